import type { IdentityCheck, OrderMaterial, OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import { addYears } from '@certbridge/shared/domain/calendar-date.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import type { Holder } from '@certbridge/shared/domain/form/form-sections.ts';
import { eventsFrom } from '@certbridge/shared/domain/machines/machine.ts';
import { ORDER_MACHINE } from '@certbridge/shared/domain/machines/order-machine.ts';
import { isGivenUp } from '@certbridge/shared/domain/order/is-given-up.ts';
import { materialsOf } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { priceOfOrder } from '@certbridge/shared/domain/order/price-of-order.ts';
import { type OrderTimes, timelineOfOrder } from '@certbridge/shared/domain/order/timeline-of-order.ts';
import { addWorkingDays } from '@certbridge/shared/domain/working-days.ts';

import type { FakeMoney } from './fake-money.ts';

/** As much of an order as a counter of tests and drawings keeps. */
export interface FakeOrder {
  readonly id: string;
  readonly number: string;
  version: number;
  readonly channel: Channel;
  readonly business: 'new-unit' | 'new-person';
  readonly holder: Holder;
  state: OrderView['state'];
  payment: OrderView['payment'];
  fields: FormFields;
  times: OrderTimes;
  checks: IdentityCheck[];
  stored: readonly OrderMaterial[];
  digest: string | undefined;
  returned?: OrderView['returned'];
  money?: FakeMoney;
}

export function offerOf({ channel, business }: Pick<FakeOrder, 'channel' | 'business'>): Channel['offers'][number] {
  const offer = channel.offers.find((one) => one.business === business);
  if (!offer) throw new Error(`${business} is not offered`);
  return offer;
}

/** The order as its owner sees it. */
export function viewOf(order: FakeOrder, now: Date): OrderView {
  const { channel, holder, fields, times } = order;
  const offer = offerOf(order);
  const subject = { channel, holder, fields };
  const price = priceOfOrder(offer, subject);
  const years = Number(fields['product.years']);
  const today = chinaDate(now);
  const workingDaysAfter = (time: string, days: number) => addWorkingDays(chinaDate(new Date(time)), days);
  return {
    id: order.id,
    number: order.number,
    version: order.version,
    channelId: channel.id,
    channelName: channel.name,
    business: order.business,
    holder,
    state: order.state,
    payment: order.payment,
    processing: 'idle',
    createdAt: '2025-11-21T02:00:00.000Z',
    fields,
    ...(price ? { price } : {}),
    ...(years > 0 ? { validity: { from: today, until: addYears(today, years) } } : {}),
    timeline: [...timelineOfOrder({ ...order, offer, subject, workingDaysAfter })],
    checks: order.checks,
    authorised: times.authorised !== undefined,
    materials: slotsOf(order).map(
      (slot) => order.stored.find((one) => one.slot === slot) ?? { slot, required: true, standing: 'empty' },
    ),
    agreements: [...AGREEMENTS],
    ...(order.digest ? { digest: order.digest } : {}),
    returned: order.returned ?? [],
    actions: actionsOn(order),
  };
}

/** Whoever may pay by bank has a slot for the voucher. */
function slotsOf(order: FakeOrder): OrderMaterial['slot'][] {
  const offer = offerOf(order);
  const slots = materialsOf(offer, order);
  const byBank = offer.paymentWays.includes('remittance') || offer.paymentWays.includes('treasury');
  return byBank && order.payment === 'awaiting' ? [...slots, 'remittance-voucher'] : slots;
}

function actionsOn({ state, payment, digest, money }: FakeOrder): OrderView['actions'] {
  const events = eventsFrom(ORDER_MACHINE, { state, by: 'applicant' });
  const actions: OrderView['actions'] = [];
  if (events.some((event) => ['fill-in', 'confirm', 'submit', 'sign'].includes(event))) actions.push('continue');
  if (events.includes('edit')) actions.push('edit');
  if (payment === 'awaiting') actions.push('pay');
  if (digest !== undefined && !isGivenUp(state)) actions.push('application-form');
  if (money?.invoices.some(({ standing }) => standing === 'issued')) actions.push('invoice');
  if (events.includes('cancel')) actions.push('cancel');
  return actions;
}
