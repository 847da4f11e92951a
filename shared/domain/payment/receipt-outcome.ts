import type { OrderState } from '../machines/order-machine.ts';
import type { PaymentState } from '../machines/payment-machine.ts';

/**
 * What becomes of money that has come in. `settled`: the order is paid. `second`: it was paid already. `late`: nothing
 * is asked any more, because the order was cancelled, has lapsed or went back to its form. `wrong-amount`: another sum
 * than was asked. All but the first go back by themselves. `unknown`: no collection of ours; finance looks.
 */
export const RECEIPT_OUTCOMES = ['settled', 'second', 'late', 'wrong-amount', 'unknown'] as const;
export type ReceiptOutcome = (typeof RECEIPT_OUTCOMES)[number];

/** Why money goes back. */
export const REFUND_REASONS = ['cancelled', 'second', 'late', 'wrong-amount'] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

export interface MoneyThatCame {
  readonly amount: number;
  readonly currency: string;
  /** What the collection asked for. */
  readonly asked: number;
  readonly order: { readonly state: OrderState; readonly payment: PaymentState; readonly total: number };
}

/** Domain 3.1, 5: an order is paid once, by the sum that was confirmed. */
export function outcomeOfReceipt({
  amount,
  currency,
  asked,
  order,
}: MoneyThatCame): Exclude<ReceiptOutcome, 'unknown'> {
  if (currency !== 'CNY' || amount !== asked) return 'wrong-amount';
  if (order.payment === 'paid') return 'second';
  if (order.payment !== 'awaiting') return 'late';
  return amount === order.total ? 'settled' : 'wrong-amount';
}
