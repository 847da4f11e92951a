import { yuan } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';
import { refundedOf, type Trade } from '../../pay/trade.ts';
import { businessError } from '../alipay-error.ts';
import { type AlipayMethod, readContent, scannedTrade } from '../alipay-method.ts';
import { alipayTime } from '../alipay-time.ts';
import { yuanAmount } from '../yuan-amount.ts';

const asked = z.object({
  out_trade_no: z.string(),
  refund_amount: yuanAmount,
  refund_reason: z._default(z.string().check(z.maxLength(256)), ''),
  /** Compulsory for a part; without it the whole is meant. */
  out_request_no: z.optional(z.string().check(z.regex(/^\w{1,64}$/))),
});

/** alipay.trade.refund: one request number is one refund; `refund_fee` is what went back in all. */
export const refund: AlipayMethod = async (tools, call) => {
  const { out_trade_no, refund_amount: amount, refund_reason: reason, out_request_no } = readContent(asked, call);
  const trade = scannedTrade(tools, out_trade_no);
  const refundNo = out_request_no ?? out_trade_no;
  const earlier = trade.refunds.find((one) => one.refundNo === refundNo);
  if (earlier && earlier.amount !== amount) throw businessError('ACQ.DISCORDANT_REPEAT_REQUEST');
  if (earlier) return answer(trade, 'N');
  if (!trade.paid) throw businessError('ACQ.TRADE_STATUS_ERROR');
  if (tools.switches.finishesAtOnce) throw businessError('ACQ.TRADE_HAS_FINISHED');
  const done = tools.book.refund(trade, { refundNo, amount, reason });
  if (!done) throw businessError('ACQ.REASON_TRADE_REFUND_FEE_ERR');
  void tools.refunded(done.trade, done.refund);
  return answer(done.trade, 'Y');
};

function answer(trade: Trade, changed: 'Y' | 'N'): Record<string, unknown> {
  const last = trade.refunds.at(-1);
  return {
    trade_no: trade.paid?.transactionId,
    out_trade_no: trade.tradeNo,
    buyer_logon_id: '159****5620',
    buyer_user_id: trade.paid?.buyer,
    fund_change: changed,
    refund_fee: yuan(refundedOf(trade)),
    send_back_fee: changed === 'Y' ? yuan(last?.amount ?? 0) : '0.00',
    ...(last ? { gmt_refund_pay: alipayTime(last.at) } : {}),
  };
}
