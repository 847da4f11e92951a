import type { Fen } from '@certbridge/shared/domain/money.ts';
import { feeOf } from './fee.ts';
import type { Trade, TradeRefund } from './trade.ts';

/** A line of the bill of a day; what goes out is negative, and so is a fee that is given back. */
export interface BookLine {
  readonly kind: 'payment' | 'refund';
  readonly trade: Trade;
  readonly refund: TradeRefund | undefined;
  readonly amount: number;
  readonly fee: number;
  readonly at: Date;
}

export interface Books {
  readonly payments: number;
  readonly refunds: number;
  readonly paid: Fen;
  readonly refunded: Fen;
  readonly fees: Fen;
}

/** The fee is that of what the shop keeps, so each refund gives a part of it back. */
export function linesOfTrade(trade: Trade): BookLine[] {
  const { paid } = trade;
  if (!paid) return [];
  const { amount, at } = paid;
  const lines: BookLine[] = [{ kind: 'payment', trade, refund: undefined, amount, fee: feeOf(amount), at }];
  let left = amount;
  for (const refund of trade.refunds) {
    const fee = feeOf(left - refund.amount) - feeOf(left);
    left -= refund.amount;
    lines.push({ kind: 'refund', trade, refund, amount: -refund.amount, fee, at: refund.at });
  }
  return lines;
}

export function booksOf(lines: readonly BookLine[]): Books {
  const payments = lines.filter(({ kind }) => kind === 'payment');
  const refunds = lines.filter(({ kind }) => kind === 'refund');
  return {
    payments: payments.length,
    refunds: refunds.length,
    paid: sumOf(payments.map(({ amount }) => amount)),
    refunded: -sumOf(refunds.map(({ amount }) => amount)),
    fees: sumOf(lines.map(({ fee }) => fee)),
  };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
