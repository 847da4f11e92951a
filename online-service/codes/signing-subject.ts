import type { Order } from '../orders/order.ts';

/**
 * A signing code is for this application and no other: the phone that it went to is part of what is signed, so after an
 * edit it signs nothing.
 */
export function signingSubject({ id, digest = '' }: Pick<Order, 'id' | 'digest'>): string {
  return `${id} ${digest}`;
}
