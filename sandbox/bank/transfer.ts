import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(100));

export const transferOrder = z.strictObject({
  payee: z.strictObject({ name: text, account: text, bank: text, province: text, city: text }),
  amountFen: z.int().check(z.positive()),
  remark: z.string().check(z.maxLength(60)),
});
export type TransferOrder = z.infer<typeof transferOrder>;

export interface Transfer extends TransferOrder {
  readonly standing: 'credited' | 'returned';
}
