import type { ComponentChildren } from 'preact';
import './card.css';
import './empty-state.css';
import { LINE_DRAWINGS, type LineDrawing } from './line-drawings.ts';

export interface EmptyStateProps {
  readonly drawing: LineDrawing;
  readonly title: string;
  readonly children: ComponentChildren;
  /** One act at most. */
  readonly act?: ComponentChildren;
  /** Code and such: last and small. */
  readonly small?: string | undefined;
}

export function EmptyState({ drawing, title, children, act, small }: EmptyStateProps) {
  return (
    <div class="card empty">
      <svg class="pic" viewBox="0 0 96 60" aria-hidden="true">
        <path d={LINE_DRAWINGS[drawing]} />
      </svg>
      <h3>{title}</h3>
      <p>{children}</p>
      {act}
      {small && <p class="cap">{small}</p>}
    </div>
  );
}
