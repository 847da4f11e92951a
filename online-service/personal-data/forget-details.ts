import type { Order } from '../orders/order.ts';
import type { OrderChanges } from '../orders/order-store.ts';
import type { Stores } from '../stores.ts';

/** Takes away what was found out and handed in, and answers the changes that take away the rest of whose order it was. */
export async function forgetDetails(stores: Stores, order: Order): Promise<OrderChanges> {
  for (const fact of order.facts) await stores.orders.addFact(order.id, { ...fact, about: '', subject: '' });
  for (const { slot } of order.materials) await stores.orders.removeMaterial(order.id, slot);
  await stores.seals.removeOf(order.id);
  return { fields: {}, person: undefined, digest: undefined, returned: [] };
}
