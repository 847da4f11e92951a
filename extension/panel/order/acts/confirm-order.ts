import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { digestOfOrder } from './digest-of-order.ts';
import { perform } from './perform.ts';
import { submitEmpty } from './submit-materials.ts';

/** Confirms what stands on the screen: its digest is computed from that, not taken from the reply. */
export async function confirmOrder(session: OrderSession): Promise<void> {
  await perform(session, 'confirm', async (): Promise<Result<unknown>> => {
    const order = session.order.peek();
    const digest = order && (await digestOfOrder(order));
    if (digest === undefined || digest !== order?.digest) return fail('DIGEST_DIFFERS');
    const confirmed = await session.ask('orders.confirm', { ...orderSeen(session), digest });
    if (!confirmed.ok) return confirmed;
    session.adopt(confirmed.value);
    await submitEmpty(session);
    return ok(undefined);
  });
}
