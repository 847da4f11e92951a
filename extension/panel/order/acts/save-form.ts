import { ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { unsavedFields } from '../state/application-form.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';

/** The order begins with the first page that is left; from then on only what has changed travels. */
export async function saveForm(session: OrderSession): Promise<Result<unknown>> {
  const { channel, business } = session.applied;
  const fields = unsavedFields(session.form, session.order.peek()?.fields ?? {});
  if (session.order.peek()) return saveFields(session, fields);
  const begun = await session.ask('orders.begin', { channelId: channel.id, business, fields });
  if (begun.ok) session.begun(begun.value.order, begun.value.token);
  return begun;
}

export async function saveFields(session: OrderSession, fields: FormFields): Promise<Result<unknown>> {
  if (Object.keys(fields).length === 0) return ok(undefined);
  const saved = await session.ask('orders.save', { ...orderSeen(session), fields });
  if (saved.ok) session.adopt(saved.value);
  return saved;
}
