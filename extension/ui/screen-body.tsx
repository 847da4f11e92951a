import type { ComponentChildren, Ref } from 'preact';
import './screen.css';

export interface ScreenBodyProps {
  /** The screen's title, drawn or only read. */
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
  /** With little in it to tab to, the middle itself takes the focus, so that the keyboard can scroll it. */
  readonly readingOnly: boolean;
  readonly scroller?: Ref<HTMLDivElement>;
  /** Pinned below the middle. */
  readonly foot?: ComponentChildren;
}

/** Between bar and foot: the screen's head, and its middle, which scrolls. */
export function ScreenBody({ head, children, readingOnly, scroller, foot }: ScreenBodyProps) {
  const focusable = readingOnly ? ({ tabIndex: 0, role: 'group', 'aria-labelledby': 'screen-title' } as const) : {};
  return (
    <main class="screen">
      {head}
      <div class="main" tabIndex={-1} {...(scroller ? { ref: scroller } : {})} {...focusable}>
        {children}
      </div>
      {foot}
    </main>
  );
}
