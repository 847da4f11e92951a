import type { Machine } from './machine.ts';

export const PAYMENT_STATES = ['not-asked', 'free', 'awaiting', 'paid', 'refunding', 'refunded', 'closed'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PAYMENT_EVENTS = ['waive', 'ask', 'settle', 'withdraw', 'close', 'refund', 'refund-done'] as const;
export type PaymentEvent = (typeof PAYMENT_EVENTS)[number];

/** Money of one order. `paid` is left only by a refund: no failure of ours undoes it. */
export const PAYMENT_MACHINE: Machine<PaymentState, PaymentEvent> = {
  name: 'payment',
  states: PAYMENT_STATES,
  first: 'not-asked',
  ends: ['refunded', 'closed'],
  transitions: [
    { event: 'waive', from: ['not-asked'], to: 'free', by: ['service'] },
    { event: 'ask', from: ['not-asked'], to: 'awaiting', by: ['service'] },
    { event: 'settle', from: ['awaiting'], to: 'paid', by: ['partner', 'service', 'staff'] },
    /** The applicant goes back to the form before paying: the price may change. */
    { event: 'withdraw', from: ['awaiting', 'free'], to: 'not-asked', by: ['applicant'] },
    { event: 'close', from: ['not-asked', 'free', 'awaiting'], to: 'closed', by: ['applicant', 'service', 'staff'] },
    { event: 'refund', from: ['paid'], to: 'refunding', by: ['applicant', 'service', 'staff'] },
    { event: 'refund-done', from: ['refunding'], to: 'refunded', by: ['partner', 'service'] },
  ],
};
