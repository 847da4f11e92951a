import type { Actor } from '@certbridge/shared/domain/machines/machine.ts';
import type { OrderEvent } from '@certbridge/shared/domain/machines/order-machine.ts';
import type { PaymentEvent } from '@certbridge/shared/domain/machines/payment-machine.ts';
import type { IdentityFact, Order, StoredMaterial } from './order.ts';

export type NewOrder = Pick<
  Order,
  'id' | 'channel' | 'business' | 'holder' | 'createdAt' | 'fields' | 'agreements' | 'price'
>;

/** Columns that a change may set; what it does not name stays. `undefined` clears. */
export type OrderChanges = {
  -readonly [Column in
    | 'state'
    | 'payment'
    | 'processing'
    | 'times'
    | 'fields'
    | 'person'
    | 'digest'
    | 'price'
    | 'agreements'
    | 'consentedAt'
    | 'returned']?: Order[Column];
};

/** For the audit: what happened, by whom; nothing personal. */
export interface OrderAudit {
  readonly event:
    | OrderEvent
    | PaymentEvent
    | 'begin'
    | 'save'
    | 'check'
    | 'authorise'
    | 'material'
    | 'link'
    | 'erase'
    | 'invoice'
    | 'finance';
  readonly by: Actor;
  readonly note?: string;
}

export interface OrderStore {
  addFact(orderId: string, fact: IdentityFact): Promise<void>;
  /** In the place of what was in the slot. */
  putMaterial(orderId: string, material: StoredMaterial): Promise<void>;
  removeMaterial(orderId: string, slot: StoredMaterial['slot']): Promise<void>;
  /** Answers the order's number. */
  add(order: NewOrder): Promise<string>;
  find(id: string): Promise<Order | undefined>;
  /** As `find`; nobody else changes it before this transaction ends. */
  findToChange(id: string): Promise<Order | undefined>;
  /** By the blind index of the ID; newest first. */
  ofPerson(person: string): Promise<Order[]>;
  /**
   * Compare-and-set on version and state, with its audit row; false when the order has moved on meanwhile. Throws
   * `SecondOrder` when it would be the person's second unfinished one for the business.
   */
  change(order: Order, changes: OrderChanges, audit: OrderAudit): Promise<boolean>;
  /** After a change that the applicant has not made himself: whoever watches the order is told, once this transaction stays. */
  announce(id: string): Promise<void>;
  /** The number of the person's unfinished order for this business, other than the given one. */
  unfinishedBeside(order: Order, person: string): Promise<string | undefined>;
}

export class SecondOrder extends Error {}
