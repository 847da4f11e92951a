import type { Trade } from './trade.ts';

/** A trade as JSON for programs. */
export function shownTrade(trade: Trade) {
  const { provider, tradeNo, title, amount, code, state, paid, refunds } = trade;
  return {
    provider,
    tradeNo,
    title,
    amount,
    code,
    state,
    openedAt: trade.openedAt.toISOString(),
    expiresAt: trade.expiresAt.toISOString(),
    scanned: trade.scannedAt !== undefined,
    ...(paid ? { paid: { ...paid, at: paid.at.toISOString() } } : {}),
    refunds: refunds.map((refund) => ({ ...refund, at: refund.at.toISOString() })),
  };
}
