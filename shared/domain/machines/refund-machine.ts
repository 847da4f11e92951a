import type { Machine } from './machine.ts';

export const REFUND_STATES = ['owed', 'asked', 'done', 'stuck'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

export const REFUND_EVENTS = ['ask', 'try-again', 'finish', 'give-up', 'take-up'] as const;
export type RefundEvent = (typeof REFUND_EVENTS)[number];

/** Money on its way back. It is owed until it is there; what no retry brings back stands where finance sees it. */
export const REFUND_MACHINE: Machine<RefundState, RefundEvent> = {
  name: 'refund',
  states: REFUND_STATES,
  first: 'owed',
  ends: ['done'],
  transitions: [
    { event: 'ask', from: ['owed'], to: 'asked', by: ['service'] },
    { event: 'try-again', from: ['asked'], to: 'owed', by: ['service'] },
    { event: 'finish', from: ['owed', 'asked', 'stuck'], to: 'done', by: ['service', 'partner', 'staff'] },
    { event: 'give-up', from: ['owed', 'asked'], to: 'stuck', by: ['service'] },
    { event: 'take-up', from: ['stuck'], to: 'owed', by: ['staff'] },
  ],
};
