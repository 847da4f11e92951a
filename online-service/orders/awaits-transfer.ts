import { offerOf } from './offer-of.ts';
import type { Order } from './order.ts';

/** Money is asked for, and may come by bank. */
export function awaitsTransfer(order: Order): boolean {
  const { paymentWays } = offerOf(order);
  return order.payment === 'awaiting' && (paymentWays.includes('remittance') || paymentWays.includes('treasury'));
}
