import { useEffect, useRef } from 'preact/hooks';
import type { PopupScreen } from './popup-state.ts';

/** To the title of the check, and back to the row that led there. */
export function useFocusOfPopup(screen: PopupScreen): void {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    document.getElementById(screen === 'environment' ? 'screen-title' : 'row-environment')?.focus();
  }, [screen]);
}
