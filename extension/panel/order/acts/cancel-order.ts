import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { perform } from './perform.ts';

export async function cancelOrder(session: OrderSession): Promise<void> {
  await perform(session, 'cancel', async () => {
    const cancelled = await session.ask('orders.cancel', orderSeen(session));
    if (cancelled.ok) session.adopt(cancelled.value);
    return cancelled;
  });
}
