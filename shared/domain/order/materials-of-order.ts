import type { Channel, MATERIALS } from '../channel.ts';
import { chosenProduct, type FormSubject } from '../form/form-sections.ts';

export type MaterialSlot = (typeof MATERIALS)[number];

/** The slots to be filled: the business's own and the product's. A seal sheet is wanted only where a seal is made. */
export function materialsOf(offer: Channel['offers'][number], subject: FormSubject): MaterialSlot[] {
  const product = chosenProduct(subject);
  const ofProduct = subject.fields['product.seal'] === 'none' ? [] : (product?.materials ?? []);
  return [...new Set([...offer.materials, ...ofProduct])];
}
