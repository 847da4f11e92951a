import { fail } from '@certbridge/shared/contract/result.ts';
import type { Asked } from '../asked.ts';
import { Refused } from '../refused.ts';
import type { Stores } from '../stores.ts';
import type { Order } from './order.ts';

/** The order, if the caller's session opens it. */
export async function ownedOrder(stores: Stores, asked: Asked, id: string): Promise<Order> {
  return ownedBy(asked, await stores.orders.find(id));
}

/** Another's order and one that never was are answered alike. */
export function ownedBy(asked: Asked, order: Order | undefined): Order {
  if (!order || !opens(asked, order)) throw new Refused(fail('ORDER_UNKNOWN'));
  return order;
}

/** Whether the caller's session is this order's, or its person's. */
export function opens({ session }: Asked, order: Order): boolean {
  if (!session) return false;
  return session.kind === 'order' ? session.orderId === order.id : session.person === order.person;
}
