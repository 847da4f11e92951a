import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { sameToCancel } from '../../order/state/same-to-cancel.ts';
import type { QueryDesk } from '../state/query-desk.ts';

/** As it was seen: an order that has moved on meanwhile is shown first, and asked about again. */
export async function cancelOrder(desk: QueryDesk, seen: OrderView): Promise<void> {
  const { acts, ask, details } = desk;
  const { id } = seen;
  await acts.perform({ kind: 'cancel', orderId: id }, async () => {
    const cancelled = await cancel(desk, seen);
    if (cancelled.ok || cancelled.error.code !== 'ORDER_CHANGED') return cancelled;
    const now = await ask('orders.read', { id });
    if (now.ok) details.order.put(now.value);
    return now.ok && sameToCancel(seen, now.value) ? cancel(desk, now.value) : cancelled;
  });
}

async function cancel({ ask, details, orders }: QueryDesk, { id, version }: OrderView) {
  const cancelled = await ask('orders.cancel', { id, version });
  if (cancelled.ok) {
    details.cancelling.value = false;
    details.order.put(cancelled.value);
    orders.list.load();
  }
  return cancelled;
}
