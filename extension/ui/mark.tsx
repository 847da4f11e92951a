import './mark.css';

/** An arch bridge in a rounded square. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="7" fill="currentColor" />
      <path
        class="mark-bridge"
        d="M4 7.8h20v2.8a2.6 3 0 0 0-2 3v6.6h-2.5v-2.8a5.5 5.5 0 0 0-11 0v2.8H6v-6.6a2.6 3 0 0 0-2-3Z"
      />
    </svg>
  );
}
