import type { Fen } from '@certbridge/shared/domain/money.ts';

/** 0.6 %, rounded to the fen, half a fen up. */
export function feeOf(amount: Fen): Fen {
  return Math.floor((amount * 6 + 500) / 1_000);
}
