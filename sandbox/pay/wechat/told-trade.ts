import type { Trade, TradeRefund } from '../trade.ts';
import { chinaTime } from './china-time.ts';
import { APPID, MCHID } from './wechat-keys.ts';

/** A trade as replies and notifications tell it. */
export function toldTrade(trade: Trade): object {
  const { tradeNo, amount, paid, state, refunds } = trade;
  const about = { appid: APPID, mchid: MCHID, out_trade_no: tradeNo, attach: '' };
  if (!paid) {
    const [trade_state, trade_state_desc] = state === 'closed' ? ['CLOSED', '订单已关闭'] : ['NOTPAY', '订单未支付'];
    return { ...about, trade_state, trade_state_desc, payer: {}, promotion_detail: [], amount: { total: amount } };
  }
  const [trade_state, trade_state_desc] = refunds.length > 0 ? ['REFUND', '转入退款'] : ['SUCCESS', '支付成功'];
  return {
    ...about,
    transaction_id: paid.transactionId,
    trade_type: 'NATIVE',
    trade_state,
    trade_state_desc,
    bank_type: 'OTHERS',
    success_time: chinaTime(paid.at),
    payer: { openid: paid.buyer },
    promotion_detail: [],
    amount: { total: paid.amount, payer_total: paid.amount, currency: 'CNY', payer_currency: 'CNY' },
  };
}

export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL';

export interface RefundTold {
  readonly trade: Trade;
  readonly refund: TradeRefund;
  readonly status: RefundStatus;
}

export function toldRefund({ trade, refund, status }: RefundTold): object {
  const total = trade.paid?.amount ?? trade.amount;
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.refundNo,
    transaction_id: trade.paid?.transactionId,
    out_trade_no: trade.tradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    ...(status === 'SUCCESS' ? { success_time: chinaTime(refund.at) } : {}),
    create_time: chinaTime(refund.at),
    status,
    funds_account: 'UNSETTLED',
    amount: {
      total,
      refund: refund.amount,
      payer_total: total,
      payer_refund: refund.amount,
      settlement_total: total,
      settlement_refund: refund.amount,
      discount_refund: 0,
      currency: 'CNY',
    },
    promotion_detail: [],
  };
}
