import { ok } from '@certbridge/shared/contract/result.ts';
import { type CodeDesk, createCodeDesk } from '../state/code-desk.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { checkOf } from './check-identity.ts';
import { refreshOrder } from './refresh-order.ts';
import { submitEmpty } from './submit-materials.ts';

/** Six digits from the legal representative's phone, or from the remark of the fen, prove the unit. */
export function createAuthorisingDesk(session: OrderSession): CodeDesk {
  /** The fen may have come back meanwhile, which the order then tells. */
  async function seenAgain<Failure>(failure: Failure): Promise<Failure> {
    await refreshOrder(session);
    return failure;
  }

  return createCodeDesk({
    session,
    act: 'authorise',
    about: () => checkOf(session, 'unit')?.about ?? '',
    async send() {
      const sent = await session.ask('identity.sendAuthorisation', orderSeen(session));
      if (!sent.ok) return seenAgain(sent);
      const { to, resendAt } = sent.value;
      return ok({ to, validUntil: undefined, resendFrom: session.localTime(resendAt) });
    },
    async use(code) {
      const authorised = await session.ask('identity.authorise', { ...orderSeen(session), code });
      if (!authorised.ok) return seenAgain(authorised);
      session.adopt(authorised.value);
      await submitEmpty(session);
      return authorised;
    },
  });
}
