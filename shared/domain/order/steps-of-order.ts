import type { Channel } from '../channel.ts';
import { chosenProduct, type FormSubject, takesKey } from '../form/form-sections.ts';
import { materialsOf } from './materials-of-order.ts';
import { priceOfOrder } from './price-of-order.ts';

/** What the applicant does, in order, and then what is done for him. */
export const ORDER_STEPS = [
  'fill-in',
  'confirm',
  'authorise',
  'materials',
  'sign',
  'pay',
  'review',
  'make',
  'post',
  'receive',
  'synchronise',
] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

type Offer = Channel['offers'][number];

/** The way of this order through the counter: a step that its channel or product does not have is not in the list. */
export function stepsOfOrder(offer: Offer, subject: FormSubject): OrderStep[] {
  const product = chosenProduct(subject);
  const price = priceOfOrder(offer, subject);
  const has: Record<OrderStep, boolean> = {
    'fill-in': true,
    confirm: true,
    authorise: needsAuthorisation(offer, subject),
    materials: materialsOf(offer, subject).length > 0,
    sign: true,
    pay: offer.paymentWays.length > 0 && price?.total !== 0,
    review: offer.reviewWorkingDays !== undefined,
    make: product?.carrier === 'key',
    post: product !== undefined && subject.channel.posting.posted && takesKey(product, subject.fields),
    receive: product?.carrier === 'key',
    synchronise: product?.carrier === 'hosted',
  };
  return ORDER_STEPS.filter((step) => has[step]);
}

/**
 * Six digits that prove the unit: always where the channel says so, and always for a transfer, whose remark only
 * somebody who sees the unit's account can read.
 */
export function needsAuthorisation(offer: Offer, { holder, fields }: FormSubject): boolean {
  return holder === 'unit' && (offer.authorisationCode || fields['unitCheck.way'] === 'account-transfer');
}
