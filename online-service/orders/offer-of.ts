import { fail } from '@certbridge/shared/contract/result.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { FormSubject, Holder } from '@certbridge/shared/domain/form/form-sections.ts';
import { Refused } from '../refused.ts';
import type { Order } from './order.ts';

type Offer = Channel['offers'][number];

/** The businesses that begin with the whole form. The others come with the key in hand, or from the order query. */
const APPLIED_FOR: Readonly<Partial<Record<BusinessName, Holder>>> = { 'new-unit': 'unit', 'new-person': 'person' };

export interface Applied {
  readonly offer: Offer;
  readonly holder: Holder;
}

/** What a channel offers online for this business; refused when it does not. */
export function appliedFor(channel: Channel, business: BusinessName): Applied {
  const offer = channel.offers.find((one) => one.business === business);
  const holder = APPLIED_FOR[business];
  if (!offer || !holder || offer.onPaper === 'only') throw new Refused(fail('BUSINESS_NOT_OFFERED'));
  return { offer, holder };
}

/** The order's own offer, frozen with it. */
export function offerOf(order: Pick<Order, 'channel' | 'business'>): Offer {
  const offer = order.channel.offers.find((one) => one.business === order.business);
  if (!offer) throw new Error(`an order for ${order.business} was frozen without its offer`);
  return offer;
}

export function subjectOf({ channel, holder, fields }: Pick<Order, 'channel' | 'holder' | 'fields'>): FormSubject {
  return { channel, holder, fields };
}
