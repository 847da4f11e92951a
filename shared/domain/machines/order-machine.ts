import type { Machine } from './machine.ts';

export const ORDER_STATES = [
  'drafting',
  'filled',
  'confirmed',
  'submitted',
  'signed',
  'accepted',
  'returned',
  'approved',
  'making',
  'made',
  'posted',
  'completed',
  'cancelled',
  'lapsed',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_EVENTS = [
  'fill-in',
  'edit',
  'confirm',
  'submit',
  'sign',
  'accept',
  'approve',
  'return',
  'begin-making',
  'make',
  'post',
  'receive',
  'synchronise',
  'cancel',
  'lapse',
] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

/**
 * An order's life. `edit` goes back to the form and voids what was confirmed and signed; after a return it costs
 * nothing again, because the payment is a machine of its own. Cancelling ends where making begins.
 */
export const ORDER_MACHINE: Machine<OrderState, OrderEvent> = {
  name: 'order',
  states: ORDER_STATES,
  first: 'drafting',
  ends: ['completed', 'cancelled', 'lapsed'],
  transitions: [
    { event: 'fill-in', from: ['drafting'], to: 'filled', by: ['applicant'] },
    {
      event: 'edit',
      from: ['filled', 'confirmed', 'submitted', 'signed', 'returned'],
      to: 'drafting',
      by: ['applicant'],
    },
    { event: 'confirm', from: ['filled'], to: 'confirmed', by: ['applicant'] },
    { event: 'submit', from: ['confirmed'], to: 'submitted', by: ['applicant'] },
    { event: 'sign', from: ['submitted'], to: 'signed', by: ['applicant'] },
    { event: 'accept', from: ['signed'], to: 'accepted', by: ['service'] },
    { event: 'approve', from: ['accepted'], to: 'approved', by: ['staff'] },
    { event: 'return', from: ['accepted'], to: 'returned', by: ['staff'] },
    { event: 'begin-making', from: ['approved'], to: 'making', by: ['staff'] },
    { event: 'make', from: ['making'], to: 'made', by: ['staff'] },
    { event: 'post', from: ['made'], to: 'posted', by: ['staff'] },
    { event: 'receive', from: ['posted'], to: 'completed', by: ['applicant', 'service', 'partner'] },
    { event: 'synchronise', from: ['approved'], to: 'completed', by: ['service'] },
    {
      event: 'cancel',
      from: ['drafting', 'filled', 'confirmed', 'submitted', 'signed', 'accepted', 'returned', 'approved'],
      to: 'cancelled',
      by: ['applicant', 'staff'],
    },
    {
      event: 'lapse',
      from: ['drafting', 'filled', 'confirmed', 'submitted', 'signed'],
      to: 'lapsed',
      by: ['service'],
    },
  ],
};

/** While an order stands in one of these, the same person cannot begin a second one for the same business. */
export const UNFINISHED_STATES: readonly OrderState[] = ORDER_STATES.filter(
  (state) => !ORDER_MACHINE.ends.includes(state),
);
