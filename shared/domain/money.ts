import * as z from 'zod/mini';

/** Money is counted in fen, as integers: floating yuan lose a fen sooner or later. */
export const fen = z.int().check(z.nonnegative(), z.lte(100_000_000));
export type Fen = z.infer<typeof fen>;

/** Two decimals, always, so that columns line up: 30000 → "300.00". */
export function yuan(amount: Fen): string {
  return `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}
