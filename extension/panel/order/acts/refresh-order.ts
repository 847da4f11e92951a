import type { Result } from '@certbridge/shared/contract/result.ts';
import { fillForm, unsavedFields } from '../state/application-form.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';

/** The order as it stands at the service; the form stays as it is. */
export async function refreshOrder(session: OrderSession): Promise<Result<unknown>> {
  const read = await session.ask('orders.read', { id: orderSeen(session).id });
  if (read.ok) session.adopt(read.value);
  return read;
}

/** It was changed elsewhere: what was typed here and not saved yet stays, on top of what came. */
export async function mergeOrder(session: OrderSession): Promise<Result<unknown>> {
  const mine = unsavedFields(session.form, session.order.peek()?.fields ?? {});
  const read = await refreshOrder(session);
  const order = session.order.peek();
  if (read.ok && order) fillForm(session.form, session.applied, { ...order.fields, ...mine });
  return read;
}
