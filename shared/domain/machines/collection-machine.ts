import type { Machine } from './machine.ts';

export const COLLECTION_STATES = ['opening', 'open', 'closing', 'paid', 'closed'] as const;
export type CollectionState = (typeof COLLECTION_STATES)[number];

export const COLLECTION_EVENTS = ['show', 'receive', 'withdraw', 'close', 'reopen'] as const;
export type CollectionEvent = (typeof COLLECTION_EVENTS)[number];

/**
 * One try to collect an order's money by one way: a QR at a provider, or a remittance that was announced. Money may
 * come in at any moment, even after we have closed; only what the provider says ends it.
 */
export const COLLECTION_MACHINE: Machine<CollectionState, CollectionEvent> = {
  name: 'collection',
  states: COLLECTION_STATES,
  first: 'opening',
  ends: ['paid'],
  transitions: [
    { event: 'show', from: ['opening'], to: 'open', by: ['service', 'applicant'] },
    {
      event: 'receive',
      from: ['opening', 'open', 'closing', 'closed'],
      to: 'paid',
      by: ['partner', 'service', 'staff'],
    },
    { event: 'withdraw', from: ['opening', 'open'], to: 'closing', by: ['applicant', 'service'] },
    { event: 'close', from: ['opening', 'open', 'closing'], to: 'closed', by: ['service', 'staff', 'applicant'] },
    /** Finance has not found the remittance: the applicant announces it once more. */
    { event: 'reopen', from: ['closed'], to: 'open', by: ['applicant'] },
  ],
};
