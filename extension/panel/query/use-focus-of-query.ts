import { useEffect, useRef } from 'preact/hooks';
import type { QueryDesk } from './state/query-desk.ts';

/** On the way to a view the focus goes to its title, and to the code's field as soon as there is a code to be typed. */
export function useFocusOfQuery({ stage, details }: QueryDesk): void {
  const at = stage.value;
  const open = details.id.value;
  const before = useRef<string | undefined>(undefined);

  useEffect(() => {
    const left = before.current;
    before.current = at === 'orders' ? open : undefined;
    focusTarget(at, { open, left })?.focus();
  }, [at, open]);
}

interface Opened {
  readonly open: string | undefined;
  /** The order whose details were closed just now. */
  readonly left: string | undefined;
}

function focusTarget(at: QueryDesk['stage']['value'], { open, left }: Opened): HTMLElement | null {
  const title = document.getElementById('screen-title');
  if (at === 'code') return document.querySelector<HTMLElement>('input[autocomplete="one-time-code"]') ?? title;
  const link = open === undefined && left !== undefined ? document.getElementById(detailsLinkId(left)) : null;
  return link ?? title;
}

/** Its id lets the focus find the way back from the details. */
export function detailsLinkId(orderId: string): string {
  return `details-${orderId}`;
}
