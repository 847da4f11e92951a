import type { Fen } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';

/** Yuan with at most two decimals, as text or as a number, to fen. */
export const yuanAmount = z.pipe(
  z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  z.pipe(
    z.string().check(z.regex(/^(0|[1-9]\d{0,8})(\.\d{1,2})?$/)),
    z.transform((text: string): Fen => {
      const [whole = '0', decimals = ''] = text.split('.');
      return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
    }),
  ),
);
