import { Spinner } from '../spinner.tsx';
import './key-placeholder.css';

/** Keeps the place of a key card while nothing is known yet, and says what is going on. */
export function KeyPlaceholder({ children }: { readonly children: string }) {
  return (
    <div class="key-wait card">
      <Spinner />
      <span>{children}</span>
    </div>
  );
}
