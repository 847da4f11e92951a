import * as z from 'zod/mini';
import { PaymentProviderAway, type RefundAsked, type RefundStanding } from '../payment-provider.ts';
import { contentAs, refusalCode, type WechatClient, type WechatReply } from './wechat-client.ts';

const refund = z.object({
  out_refund_no: z.string(),
  transaction_id: z.string(),
  status: z.string(),
});

/** The provider pays one refund number once, however often it is asked. */
export async function refundTrade({ notifyUrl, call }: WechatClient, asked: RefundAsked): Promise<RefundStanding> {
  const reply = await call({
    method: 'POST',
    path: 'v3/refund/domestic/refunds',
    content: {
      // Its own number: soon after a payment, ours is sometimes not found.
      transaction_id: asked.transactionId,
      out_refund_no: asked.refundNo,
      reason: asked.title,
      notify_url: notifyUrl(),
      amount: { refund: asked.amount, total: asked.total, currency: 'CNY' },
    },
  });
  return reply.status === 200 ? refundStanding(reply, asked) : afterRefusal(refusalCode(reply));
}

export async function lookAtRefund({ call }: WechatClient, asked: RefundAsked): Promise<RefundStanding> {
  const reply = await call({ method: 'GET', path: `v3/refund/domestic/refunds/${asked.refundNo}` });
  if (reply.status === 404 && refusalCode(reply) === 'RESOURCE_NOT_EXISTS') return 'unknown';
  return refundStanding(reply, asked);
}

function refundStanding(reply: WechatReply, asked: RefundAsked): RefundStanding {
  const told = contentAs(reply, refund);
  if (told.out_refund_no !== asked.refundNo || told.transaction_id !== asked.transactionId) {
    throw new PaymentProviderAway('reply-of-another-refund');
  }
  const standing = standingOfRefund(told.status);
  if (!standing) throw new PaymentProviderAway('reply-not-understood');
  return standing;
}

/** The same words in replies and in notifications. */
export function standingOfRefund(status: string): RefundStanding | undefined {
  switch (status) {
    case 'SUCCESS':
      return 'done';
    case 'PROCESSING':
      return 'under-way';
    // Closed: it was not paid. Abnormal: the payer's card takes nothing; staff say where to at the provider's site.
    case 'CLOSED':
    case 'ABNORMAL':
      return 'refused';
    default:
      return undefined;
  }
}

function afterRefusal(code: string): RefundStanding {
  switch (code) {
    // Tomorrow's payments fill the account; and the provider now and then forgets a trade for some minutes.
    case 'NOT_ENOUGH':
    case 'RESOURCE_NOT_EXISTS':
      return 'under-way';
    case 'PARAM_ERROR':
    case 'INVALID_REQUEST':
    case 'USER_ACCOUNT_ABNORMAL':
    case 'MCH_NOT_EXISTS':
    case 'NO_AUTH':
      return 'refused';
    default:
      throw new PaymentProviderAway(code);
  }
}
