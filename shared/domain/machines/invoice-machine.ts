import type { Machine } from './machine.ts';

export const INVOICE_STATES = ['asked', 'issued', 'stuck'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const INVOICE_EVENTS = ['issue', 'give-up', 'take-up'] as const;
export type InvoiceEvent = (typeof INVOICE_EVENTS)[number];

/** An e-invoice, blue or red. A red one, which reverses a blue one, is an invoice of its own. */
export const INVOICE_MACHINE: Machine<InvoiceState, InvoiceEvent> = {
  name: 'invoice',
  states: INVOICE_STATES,
  first: 'asked',
  ends: ['issued'],
  transitions: [
    { event: 'issue', from: ['asked', 'stuck'], to: 'issued', by: ['service', 'partner'] },
    { event: 'give-up', from: ['asked'], to: 'stuck', by: ['service'] },
    { event: 'take-up', from: ['stuck'], to: 'asked', by: ['staff'] },
  ],
};
