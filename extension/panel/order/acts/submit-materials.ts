import { ok, type Result } from '@certbridge/shared/contract/result.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { perform } from './perform.ts';

export async function submitMaterials(session: OrderSession): Promise<void> {
  await perform(session, 'submit', () => submit(session));
}

/** An application without materials goes straight on to the signature. */
export async function submitEmpty(session: OrderSession): Promise<Result<unknown>> {
  const order = session.order.peek();
  const nothing = session.page.peek() === 'materials' && order?.materials.length === 0;
  return nothing ? submit(session) : ok(undefined);
}

async function submit(session: OrderSession): Promise<Result<unknown>> {
  const submitted = await session.ask('orders.submit', orderSeen(session));
  if (submitted.ok) session.adopt(submitted.value);
  return submitted;
}
