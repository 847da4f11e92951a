import { yuan } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';
import { PaymentProviderAway, type RefundAsked, type RefundStanding } from '../payment-provider.ts';
import type { AlipayClient } from './alipay-client.ts';
import { yuanField } from './fields.ts';

const refunded = z.object({ out_trade_no: z.string(), fund_change: z.enum(['Y', 'N']) });
const found = z.object({
  out_request_no: z.optional(z.string()),
  refund_amount: z.optional(yuanField),
  refund_status: z.optional(z.string()),
});

/** What no repetition changes. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'ACQ.TRADE_NOT_EXIST',
  'ACQ.TRADE_STATUS_ERROR',
  'ACQ.TRADE_HAS_FINISHED',
  'ACQ.TRADE_HAS_CLOSE',
  'ACQ.TRADE_NOT_ALLOW_REFUND',
  'ACQ.REASON_TRADE_REFUND_FEE_ERR',
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
  'ACQ.DISCORDANT_REPEAT_REQUEST',
  'ACQ.INVALID_PARAMETER',
]);
/** It would do it, had it the money, or were nothing frozen: asked for again later. */
const LATER: ReadonlySet<string> = new Set(['ACQ.SELLER_BALANCE_NOT_ENOUGH', 'ACQ.REASON_TRADE_BEEN_FREEZEN']);

/** alipay.trade.refund: one refund number is paid once. */
export async function refundTrade(client: AlipayClient, asked: RefundAsked): Promise<RefundStanding> {
  const answer = await client.call({
    method: 'alipay.trade.refund',
    content: {
      out_trade_no: asked.tradeNo,
      refund_amount: yuan(asked.amount),
      out_request_no: asked.refundNo,
      refund_reason: asked.title,
    },
    fields: refunded,
  });
  if ('refused' in answer) {
    if (FOR_GOOD.has(answer.refused)) return 'refused';
    if (LATER.has(answer.refused)) return 'under-way';
    throw new PaymentProviderAway(answer.refused);
  }
  if (answer.fields.out_trade_no !== asked.tradeNo) throw new PaymentProviderAway('reply-of-another');
  if (answer.fields.fund_change === 'Y') return 'done';
  // This time nothing moved: because it had before, or because it could not.
  const before = await lookAtRefund(client, asked);
  return before === 'unknown' ? 'under-way' : before;
}

/** alipay.trade.fastpay.refund.query: of what is not there it says nothing. */
export async function lookAtRefund(client: AlipayClient, asked: RefundAsked): Promise<RefundStanding> {
  const answer = await client.call({
    method: 'alipay.trade.fastpay.refund.query',
    content: { out_trade_no: asked.tradeNo, out_request_no: asked.refundNo },
    fields: found,
  });
  if ('refused' in answer) {
    if (answer.refused === 'ACQ.TRADE_NOT_EXIST') return 'unknown';
    throw new PaymentProviderAway(answer.refused);
  }
  const { out_request_no, refund_amount, refund_status } = answer.fields;
  if (refund_status !== 'REFUND_SUCCESS') return 'unknown';
  if (out_request_no !== asked.refundNo || refund_amount !== asked.amount) {
    throw new PaymentProviderAway('reply-of-another');
  }
  return 'done';
}
