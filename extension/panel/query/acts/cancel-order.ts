import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { QueryDesk } from '../state/query-desk.ts';

/** In the version that was seen: an order that has moved on meanwhile is shown first, and asked about again. */
export async function cancelOrder(desk: QueryDesk, { id, version }: OrderView): Promise<void> {
  const { acts, ask, details, orders } = desk;
  await acts.perform({ kind: 'cancel', orderId: id }, async () => {
    const cancelled = await ask('orders.cancel', { id, version });
    if (cancelled.ok) {
      details.cancelling.value = false;
      details.order.put(cancelled.value);
      orders.list.load();
    } else if (cancelled.error.code === 'ORDER_CHANGED') details.order.load();
    return cancelled;
  });
}
