import * as z from 'zod/mini';
import { PaymentProviderAway, type TradeStanding } from '../payment-provider.ts';
import type { AlipayClient } from './alipay-client.ts';
import { numberField, statusField, timeField, yuanField } from './fields.ts';

const fields = z.object({
  out_trade_no: z.string(),
  trade_status: statusField,
  total_amount: yuanField,
  trade_no: z.optional(numberField),
  send_pay_date: z.optional(timeField),
});
type Fields = z.output<typeof fields>;

/** alipay.trade.query. Before somebody scans the QR there is no trade at all. */
export async function lookAtTrade(client: AlipayClient, tradeNo: string): Promise<TradeStanding> {
  const { settings } = await client.sdk();
  const answer = await client.call({ method: 'alipay.trade.query', content: { out_trade_no: tradeNo }, fields });
  if ('refused' in answer) {
    if (answer.refused === 'ACQ.TRADE_NOT_EXIST') return { standing: 'unknown' };
    throw new PaymentProviderAway(answer.refused);
  }
  if (answer.fields.out_trade_no !== tradeNo) throw new PaymentProviderAway('reply-of-another');
  return standingOf(answer.fields, { merchant: settings.sellerId, app: settings.appId });
}

function standingOf(said: Fields, account: { readonly merchant: string; readonly app: string }): TradeStanding {
  switch (said.trade_status) {
    case 'WAIT_BUYER_PAY':
      return { standing: 'waiting' };
    // Never paid, or paid back whole: either way there is nothing to collect.
    case 'TRADE_CLOSED':
      return { standing: 'closed' };
    case 'TRADE_SUCCESS':
    case 'TRADE_FINISHED': {
      const { out_trade_no: tradeNo, trade_no: transactionId, total_amount: amount, send_pay_date: paidAt } = said;
      if (transactionId === undefined || paidAt === undefined) throw new PaymentProviderAway('reply-not-understood');
      return { standing: 'paid', fact: { ...account, tradeNo, transactionId, amount, currency: 'CNY', paidAt } };
    }
    default:
      return said.trade_status satisfies never;
  }
}
