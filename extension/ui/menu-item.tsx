import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';

export interface MenuItemProps {
  readonly icon: IconName;
  /** The menu that it stands in, and closes. */
  readonly menu: string;
  readonly children: string;
  readonly onClick: () => void;
}

export function MenuItem({ icon, menu, children, onClick }: MenuItemProps) {
  return (
    <button class="menu-item" type="button" popovertarget={menu} popovertargetaction="hide" onClick={onClick}>
      <Icon name={icon} />
      {children}
    </button>
  );
}
