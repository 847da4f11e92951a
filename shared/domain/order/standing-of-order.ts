import { ORDER_STATES, type OrderState } from '../machines/order-machine.ts';
import type { PaymentState } from '../machines/payment-machine.ts';

/** What is said of an order in a word: its state, unless its money says more. */
export const ORDER_STANDINGS = [...ORDER_STATES, 'to-pay', 'refunding', 'refunded'] as const;
export type OrderStanding = (typeof ORDER_STANDINGS)[number];

export interface StateAndMoney {
  readonly state: OrderState;
  readonly payment: PaymentState;
}

export function standingOfOrder({ state, payment }: StateAndMoney): OrderStanding {
  if (state === 'signed' && payment === 'awaiting') return 'to-pay';
  if (payment === 'refunding' || payment === 'refunded') return payment;
  return state;
}
