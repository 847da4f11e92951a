import type { Machine } from './machine.ts';

export const INVOICE_STATES = ['asked', 'issued', 'stuck', 'withdrawing', 'not-needed'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const INVOICE_EVENTS = ['issue', 'give-up', 'take-up', 'withdraw', 'drop'] as const;
export type InvoiceEvent = (typeof INVOICE_EVENTS)[number];

/**
 * An e-invoice, blue or red. A red one, which reverses a blue one, is an invoice of its own. A blue one whose money went
 * back before it was issued is never asked for again; whether the platform issued it unheard, it is asked first.
 */
export const INVOICE_MACHINE: Machine<InvoiceState, InvoiceEvent> = {
  name: 'invoice',
  states: INVOICE_STATES,
  first: 'asked',
  ends: ['issued', 'not-needed'],
  transitions: [
    { event: 'issue', from: ['asked', 'stuck', 'withdrawing'], to: 'issued', by: ['service', 'partner'] },
    { event: 'give-up', from: ['asked'], to: 'stuck', by: ['service'] },
    { event: 'take-up', from: ['stuck'], to: 'asked', by: ['staff'] },
    { event: 'withdraw', from: ['asked', 'stuck'], to: 'withdrawing', by: ['service'] },
    { event: 'drop', from: ['withdrawing'], to: 'not-needed', by: ['service'] },
  ],
};
