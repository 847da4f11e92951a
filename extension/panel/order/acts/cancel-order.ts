import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { sameToCancel } from '../state/same-to-cancel.ts';
import { perform } from './perform.ts';
import { refreshOrder } from './refresh-order.ts';

export async function cancelOrder(session: OrderSession): Promise<void> {
  await perform(session, 'cancel', async () => {
    const seen = session.order.peek();
    const cancelled = await cancel(session);
    if (cancelled.ok || cancelled.error.code !== 'ORDER_CHANGED') return cancelled;
    await refreshOrder(session);
    return sameToCancel(seen, session.order.peek()) ? cancel(session) : cancelled;
  });
}

async function cancel(session: OrderSession) {
  const cancelled = await session.ask('orders.cancel', orderSeen(session));
  if (cancelled.ok) session.adopt(cancelled.value);
  return cancelled;
}
