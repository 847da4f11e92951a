import './spinner.css';

/** Never alone: words beside it say what is going on. It stands still for those who asked for less motion. */
export function Spinner({ large = false }: { readonly large?: boolean }) {
  return (
    <svg class={large ? 'spin lg' : 'spin'} viewBox="0 0 20 20" aria-hidden="true">
      <circle class="spin-track" cx="10" cy="10" r="7.2" />
      <circle class="spin-arc" cx="10" cy="10" r="7.2" pathLength="100" stroke-dasharray="28 100" />
    </svg>
  );
}
