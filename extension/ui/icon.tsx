import './icon.css';
import { ICON_SHAPES, type IconName } from './icon-shapes.ts';

export interface IconProps {
  readonly name: IconName;
  readonly small?: boolean;
}

/** Decoration: the word beside it, or the button's label, says what it means. */
export function Icon({ name, small = false }: IconProps) {
  return (
    <svg class={small ? 'i s' : 'i'} viewBox="0 0 20 20" aria-hidden="true" data-icon={name}>
      <path d={ICON_SHAPES[name]} />
    </svg>
  );
}
