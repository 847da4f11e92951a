import * as z from 'zod/mini';
import { newRefundId } from '../payer.ts';
import type { Trade } from '../trade.ts';
import { amount, number, readContent } from './read-content.ts';
import { type RefundStatus, type RefundTold, toldRefund } from './told-trade.ts';
import { WechatError } from './wechat-error.ts';
import type { WechatSide } from './wechat-side.ts';
import type { WechatSwitches } from './wechat-switches.ts';

const refundAsked = z.object({
  transaction_id: z.optional(number),
  out_trade_no: z.optional(number),
  out_refund_no: number,
  reason: z._default(z.string().check(z.maxLength(80)), ''),
  notify_url: z.optional(z.url().check(z.maxLength(256))),
  amount: z.object({ refund: amount, total: amount, currency: z.literal('CNY') }),
});
type RefundAsked = z.output<typeof refundAsked>;
const named = z.object({ no: number });

/** Taken on, and told when it has ended; the same number again is the same refund. */
export function refund(side: WechatSide, content: unknown): object {
  const { world, switches } = side;
  const asked = readContent(refundAsked, content);
  const trade = world.book.all().find((one) => isMeant(one, asked));
  if (!trade?.paid) throw new WechatError('RESOURCE_NOT_EXISTS', '订单不存在');
  if (switches.has('not-enough')) throw new WechatError('NOT_ENOUGH');
  if (asked.amount.total !== trade.paid.amount) throw differs();
  const earlier = ofTrade(trade, asked.out_refund_no);
  if (earlier && earlier.refund.amount === asked.amount.refund) return toldRefund(earlier);
  const ended = end(side, trade, asked);
  if (asked.notify_url) side.tellRefund(ended, asked.notify_url);
  return toldRefund({ ...ended, status: 'PROCESSING' });
}

export function queryRefund({ world, failedRefunds }: WechatSide, params: unknown): object {
  const { no } = readContent(named, params);
  const trades = world.book.all().filter(({ provider }) => provider === 'wechat');
  const found = trades.map((trade) => ofTrade(trade, no)).find(Boolean) ?? failedRefunds.get(no);
  if (!found) throw new WechatError('RESOURCE_NOT_EXISTS');
  return toldRefund(found);
}

function isMeant({ provider, paid, tradeNo }: Trade, asked: RefundAsked): boolean {
  if (provider !== 'wechat') return false;
  return asked.transaction_id === undefined
    ? tradeNo === asked.out_trade_no
    : paid?.transactionId === asked.transaction_id;
}

function ofTrade(trade: Trade, no: string): RefundTold | undefined {
  const found = trade.refunds.find(({ refundNo }) => refundNo === no);
  return found && { trade, refund: found, status: 'SUCCESS' };
}

function end({ world, switches, failedRefunds, now }: WechatSide, trade: Trade, asked: RefundAsked): RefundTold {
  const wanted = { refundNo: asked.out_refund_no, reason: asked.reason, amount: asked.amount.refund };
  const failure = failureOf(switches);
  if (failure) {
    const at = now();
    const failed = { trade, refund: { ...wanted, refundId: newRefundId(at), at }, status: failure };
    failedRefunds.set(wanted.refundNo, failed);
    return failed;
  }
  const done = world.book.refund(trade, wanted);
  if (!done) throw differs();
  failedRefunds.delete(wanted.refundNo);
  return { ...done, status: 'SUCCESS' };
}

function failureOf(switches: WechatSwitches): RefundStatus | undefined {
  if (switches.has('refund-abnormal')) return 'ABNORMAL';
  return switches.has('refund-closed') ? 'CLOSED' : undefined;
}

function differs(): WechatError {
  return new WechatError('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试');
}
