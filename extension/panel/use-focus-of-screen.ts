import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Screen } from './state/panel-state.ts';

/** On the way to a screen the focus goes to its title; on the way back to what was chosen, or to the screen itself. */
export function useFocusOfScreen(screen: Screen): RefObject<HTMLDivElement | null> {
  const scroller = useRef<HTMLDivElement>(null);
  const before = useRef(screen);
  const chosen = useRef<string | undefined>(undefined);

  if (before.current.name === 'home' && screen.name !== 'home') chosen.current = document.activeElement?.id;
  // A screen that comes by itself, as the first one of a panel may, takes the focus from nobody.
  const isChosen = document.activeElement !== document.body;

  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    scroller.current?.scrollTo(0, 0);
    if (!isChosen) return;
    const target = screen.name === 'home' ? chosen.current && document.getElementById(chosen.current) : titleOfScreen();
    (target || scroller.current)?.focus();
  }, [screen]);
  return scroller;
}

function titleOfScreen(): HTMLElement | null {
  return document.getElementById('screen-title');
}
