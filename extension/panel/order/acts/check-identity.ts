import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { refreshOrder } from './refresh-order.ts';

export type Party = IdentityCheck['party'];

export function checkOf({ order }: Pick<OrderSession, 'order'>, party: Party): IdentityCheck | undefined {
  return order.value?.checks.find((check) => check.party === party);
}

/** A transfer counts while it is under way: its code is asked for later. */
export function isChecked(session: Pick<OrderSession, 'order'>, party: Party): boolean {
  const standing = checkOf(session, party)?.standing;
  return standing === 'passed' || standing === 'sent';
}

/** Asks the bureau or the bank. What it found out is a fact of the order, whether it is what one hoped for or not. */
export async function checkIdentity(session: OrderSession, party: Party): Promise<Result<unknown>> {
  const asked = await session.ask('identity.check', { ...orderSeen(session), party });
  if (!asked.ok) {
    await refreshOrder(session);
    return asked;
  }
  session.adopt(asked.value);
  if (isChecked(session, party)) return asked;
  return fail('IDENTITY_DIFFERS', { values: { triesLeft: checkOf(session, party)?.triesLeft ?? 0 } });
}
