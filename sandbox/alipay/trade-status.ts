import { refundedOf, type Trade } from '../pay/trade.ts';
import type { AlipaySwitches } from './switches.ts';

export type TradeStatus = 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_FINISHED' | 'TRADE_CLOSED';

/** TRADE_CLOSED says two things: never paid, or paid back whole. */
export function tradeStatus(trade: Trade, { finishesAtOnce }: AlipaySwitches): TradeStatus {
  const { state, paid } = trade;
  if (state === 'waiting') return 'WAIT_BUYER_PAY';
  if (!paid || refundedOf(trade) === paid.amount) return 'TRADE_CLOSED';
  return finishesAtOnce ? 'TRADE_FINISHED' : 'TRADE_SUCCESS';
}
