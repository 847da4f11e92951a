import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { maskMobile } from '@certbridge/shared/domain/masking.ts';
import { type CodeDesk, createCodeDesk } from '../state/code-desk.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { digestOfOrder } from './digest-of-order.ts';

/** The operator signs the digest of what is shown with the code from his phone. */
export function createSigningDesk(session: OrderSession): CodeDesk {
  return createCodeDesk({
    session,
    act: 'sign',
    about: () => maskMobile(session.order.peek()?.fields['operator.mobile'] ?? ''),
    async send() {
      const sent = await session.ask('codes.send', { id: orderSeen(session).id });
      if (!sent.ok) return sent;
      const { to, until, resendAt } = sent.value;
      return ok({ to, validUntil: session.localTime(until), resendFrom: session.localTime(resendAt) });
    },
    async use(code): Promise<Result<unknown>> {
      const order = session.order.peek();
      const digest = order && (await digestOfOrder(order));
      if (digest === undefined || digest !== order?.digest) return fail('DIGEST_DIFFERS');
      const signed = await session.ask('orders.sign', { ...orderSeen(session), digest, code });
      if (signed.ok) session.adopt(signed.value);
      return signed;
    },
  });
}
