import { parseArgs } from 'node:util';
import * as z from 'zod/mini';

const LISTS = ['remittances', 'refunds', 'differences', 'invoices'] as const;
const word = z.string().check(z.regex(/^[\w.-]{1,64}$/));
const reason = z.string().check(z.trim(), z.minLength(2), z.maxLength(400));
/** Yuan as people type them; more than two decimals are no money, and neither is nothing. */
const amount = z.pipe(
  z.string().check(z.regex(/^(?=.*[1-9])\d{1,6}(\.\d{1,2})?$/)),
  z.transform((yuan: string) => Math.round(Number(yuan) * 100)),
);

const command = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(LISTS), json: z._default(z.boolean(), false) }),
  z.strictObject({
    act: z.literal('confirm'),
    which: word,
    reference: word,
    amount,
    received: z.iso.date(),
    differs: z._default(z.boolean(), false),
  }),
  z.strictObject({ act: z.literal('refuse'), which: word, reason }),
  z.strictObject({ act: z.literal('refund-done'), which: word, reference: word }),
  z.strictObject({ act: z.literal('retry'), which: word }),
  z.strictObject({ act: z.literal('settled'), which: z.uuid(), reason }),
  z.strictObject({ act: z.literal('retry-invoice'), which: z.uuid() }),
]);
export type FinanceCommand = z.output<typeof command>;

/** What follows `finance`; undefined for anything that is not in the usage. */
export function readFinanceArguments(given: readonly string[]): FinanceCommand | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: {
        reference: { type: 'string' },
        amount: { type: 'string' },
        received: { type: 'string' },
        reason: { type: 'string' },
        differs: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    const [act, which, ...more] = positionals;
    const read = command.safeParse({ act, ...(which === undefined ? {} : { which }), ...values });
    return more.length === 0 && read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
