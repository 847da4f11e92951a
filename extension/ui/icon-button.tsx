import { Icon } from './icon.tsx';
import './icon-button.css';
import type { IconName } from './icon-shapes.ts';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, for those who do not see the icon, and as its tooltip. */
  readonly label: string;
  readonly onClick?: () => void;
  /** Opens the popover of that id: the browser does the rest, Esc and the way back of the focus included. */
  readonly opens?: string;
}

export function IconButton({ icon, label, onClick, opens }: IconButtonProps) {
  return (
    <button
      class="ib"
      type="button"
      aria-label={label}
      title={label}
      {...(onClick ? { onClick } : {})}
      {...(opens ? { popovertarget: opens } : {})}
    >
      <Icon name={icon} />
    </button>
  );
}
