import type { OrderState } from '../machines/order-machine.ts';

/** Nothing more comes of it, and no paper of it is of any use. */
export function isGivenUp(state: OrderState): boolean {
  return state === 'cancelled' || state === 'lapsed';
}
