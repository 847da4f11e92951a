import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { useEffect, useState } from 'preact/hooks';
import { digestOfOrder } from './acts/digest-of-order.ts';
import type { Applied } from './state/order-pages.ts';
import { shownSections, showsEverything } from './state/shown-application.ts';

export type DigestMatch = 'comparing' | 'same' | 'different';

/** What is shown, against what the service would have confirmed: computed here, from what stands on the screen. */
export function useDigestMatch(applied: Applied, order: OrderView | undefined): DigestMatch {
  const [match, setMatch] = useState<DigestMatch>('comparing');
  useEffect(() => {
    let wanted = true;
    setMatch('comparing');
    if (order) {
      void digestMatch(applied, order).then((found) => {
        if (wanted) setMatch(found);
      });
    }
    return () => {
      wanted = false;
    };
  }, [order]);
  return match;
}

export async function digestMatch(applied: Applied, order: OrderView): Promise<'same' | 'different'> {
  if (!showsEverything(order, shownSections(applied, order))) return 'different';
  const digest = await digestOfOrder(order);
  return digest !== undefined && digest === order.digest ? 'same' : 'different';
}
