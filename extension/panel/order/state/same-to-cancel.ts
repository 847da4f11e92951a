import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';

type Seen = Pick<OrderView, 'state' | 'payment'>;

/**
 * Whether cancelling still means what was read before it: the service itself changes an order now and then, as when its
 * invoice is issued, and nobody is to be asked again for that.
 */
export function sameToCancel(seen: Seen | undefined, now: Seen | undefined): boolean {
  return seen !== undefined && now !== undefined && seen.state === now.state && seen.payment === now.payment;
}
