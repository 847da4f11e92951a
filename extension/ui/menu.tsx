import type { ComponentChildren } from 'preact';
import { IconButton } from './icon-button.tsx';
import type { IconName } from './icon-shapes.ts';
import './menu.css';

export interface MenuProps {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A native popover: Esc and a click elsewhere close it, and the focus goes back to its button. */
export function Menu({ id, icon, label, children }: MenuProps) {
  return (
    <>
      <IconButton icon={icon} label={label} opens={id} />
      <section id={id} class="menu" popover="auto" aria-label={label}>
        {children}
      </section>
    </>
  );
}
