import { COLLECTION_MACHINE } from './collection-machine.ts';
import { INVOICE_MACHINE } from './invoice-machine.ts';
import type { Machine } from './machine.ts';
import { ORDER_MACHINE } from './order-machine.ts';
import { PAYMENT_MACHINE } from './payment-machine.ts';
import { REFUND_MACHINE } from './refund-machine.ts';
import { TOKEN_MACHINE } from './token-machine.ts';

export const ALL_MACHINES: readonly Machine[] = [
  ORDER_MACHINE,
  PAYMENT_MACHINE,
  TOKEN_MACHINE,
  COLLECTION_MACHINE,
  REFUND_MACHINE,
  INVOICE_MACHINE,
];

/** Beside each state: how its driving stands. `retry` wakes at a time; `waiting` is for somebody outside; `stuck` is in the visible queue. */
export const PROCESSING = ['idle', 'running', 'retry', 'waiting', 'stuck'] as const;
export type Processing = (typeof PROCESSING)[number];
