import { useEffect } from 'preact/hooks';

/** A page that had to be loaded first comes after the focus was looked for: it takes it where nobody else has it. */
export function useFocusWhenLoaded(): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('screen-title')?.focus();
  }, []);
}
