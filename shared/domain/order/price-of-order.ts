import * as z from 'zod/mini';
import type { Channel } from '../channel.ts';
import type { FormFields } from '../form/field-names.ts';
import { chosenProduct, type FormSubject, takesKey } from '../form/form-sections.ts';
import { fen } from '../money.ts';

export const priceLine = z.strictObject({
  what: z.enum(['certificate', 'key', 'seal', 'service']),
  count: z.int().check(z.gte(1), z.lte(20)),
  each: fen,
  amount: fen,
});
export const orderPrice = z.strictObject({ lines: z.array(priceLine).check(z.maxLength(4)), total: fen });

export type PriceLine = z.infer<typeof priceLine>;
export type OrderPrice = z.infer<typeof orderPrice>;

type Offer = Channel['offers'][number];

/** What an order costs by its own frozen price list, line by line; undefined while the product is not chosen. */
export function priceOfOrder(offer: Offer, subject: FormSubject): OrderPrice | undefined {
  if (offer.fixedPrice !== undefined) return summed([line('service', 1, offer.fixedPrice)]);
  const product = chosenProduct(subject);
  const years = Number(subject.fields['product.years']);
  if (!product?.years.includes(years)) return undefined;
  const lines = [line('certificate', years, product.price.certificatePerYear)];
  if (takesKey(product, subject.fields)) lines.push(line('key', 1, product.price.key));
  const seals = sealsOf(subject.fields);
  if (seals > 0) lines.push(line('seal', seals, product.price.seal));
  return summed(lines);
}

/** A legal representative's seal is a second one. */
function sealsOf(fields: FormFields): number {
  switch (fields['product.seal']) {
    case 'company':
    case 'personal':
      return 1;
    case 'company-and-legal-representative':
      return 2;
    default:
      return 0;
  }
}

function line(what: PriceLine['what'], count: number, each: number): PriceLine {
  return { what, count, each, amount: count * each };
}

function summed(lines: PriceLine[]): OrderPrice {
  return { lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) };
}
