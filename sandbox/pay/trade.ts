import type { Fen } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';

export const PAY_PROVIDERS = ['alipay', 'wechat'] as const;
export type PayProvider = (typeof PAY_PROVIDERS)[number];
export const payProvider = z.enum(PAY_PROVIDERS);

export type TradeState = 'waiting' | 'paid' | 'closed';

/** What a shop asks to be paid. Never changed in its place: whoever holds one holds it as it was. */
export interface Trade {
  readonly provider: PayProvider;
  /** The shop's own number: there is one trade of it, for ever. */
  readonly tradeNo: string;
  readonly title: string;
  readonly amount: Fen;
  /** What a scanned QR leads to the trade by. */
  readonly code: string;
  readonly notifyUrl: string | undefined;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly state: TradeState;
  /** Somebody has opened it in his wallet. */
  readonly scannedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly paid: Paid | undefined;
  readonly refunds: readonly TradeRefund[];
}

export interface Paid {
  /** The provider's own number. */
  readonly transactionId: string;
  readonly buyer: string;
  /** As a rule what was asked. */
  readonly amount: Fen;
  readonly at: Date;
}

export interface TradeRefund {
  /** The shop's own number: the same one again is the same refund. */
  readonly refundNo: string;
  /** The provider's own number. */
  readonly refundId: string;
  readonly amount: Fen;
  readonly reason: string;
  readonly at: Date;
}

export function refundedOf({ refunds }: Trade): Fen {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}
