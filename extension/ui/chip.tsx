import './chip.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';

export type ChipTone = 'ok' | 'warn' | 'bad' | 'info' | 'doing' | 'plain';

export interface ChipProps {
  readonly tone: ChipTone;
  readonly icon: IconName;
  readonly word: string;
}

/** A state: icon, word and colour, never colour alone. */
export function Chip({ tone, icon, word }: ChipProps) {
  return (
    <span class={`chip ${tone}`}>
      <Icon name={icon} small />
      {word}
    </span>
  );
}
