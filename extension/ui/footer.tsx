import type { ComponentChildren } from 'preact';
import './footer.css';

/** The last line of panel and popup; it keeps its height while there is nothing to say yet. */
export function Footer({ children }: { readonly children?: ComponentChildren }) {
  return <footer class="foot">{children}</footer>;
}
