import type { ComponentChildren } from 'preact';
import './acts-bar.css';

/** Pinned below what scrolls: what can be done now. */
export function ActsBar({ children }: { readonly children: ComponentChildren }) {
  return <div class="acts-bar">{children}</div>;
}
