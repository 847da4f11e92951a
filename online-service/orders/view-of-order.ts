import type { IdentityCheck, OrderMaterial, OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { addYears } from '@certbridge/shared/domain/calendar-date.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { materialsOf } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { timelineOfOrder } from '@certbridge/shared/domain/order/timeline-of-order.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import { actionsOn } from './actions-on.ts';
import { awaitsTransfer } from './awaits-transfer.ts';
import { latestFact } from './checked-data.ts';
import { offerOf, subjectOf } from './offer-of.ts';
import type { Order } from './order.ts';
import { promisedDay } from './promised-day.ts';
import { triesLeftToday } from './tries-left.ts';

export interface ViewTools {
  readonly index: BlindIndex;
  readonly now: () => Date;
}

/** The order as its owner sees it: everything displayed is derived from facts. */
export function viewOfOrder(order: Order, { index, now }: ViewTools): OrderView {
  const offer = offerOf(order);
  const subject = subjectOf(order);
  const timeline = timelineOfOrder({ ...order, offer, subject, workingDaysAfter: promisedDay });
  return {
    id: order.id,
    number: order.number,
    version: order.version,
    channelId: order.channel.id,
    channelName: order.channel.name,
    business: order.business,
    holder: order.holder,
    state: order.state,
    payment: order.payment,
    processing: order.processing,
    createdAt: order.createdAt.toISOString(),
    fields: order.fields,
    ...(order.price ? { price: order.price } : {}),
    ...validityOf(order, now()),
    timeline: [...timeline],
    checks: checksOf(order, index, now()),
    authorised: order.times.authorised !== undefined,
    materials: materialsView(order),
    agreements: [...order.agreements],
    ...(order.digest ? { digest: order.digest } : {}),
    returned: order.returned.map((one) => ({ ...one })),
    actions: actionsOn(order),
  };
}

/** Domain 3.1: from–to as if the certificate were issued today. */
function validityOf(order: Order, now: Date): Pick<OrderView, 'validity'> {
  const years = Number(order.fields['product.years']);
  if (!Number.isInteger(years) || years < 1) return {};
  const from = chinaDate(now);
  return { validity: { from, until: addYears(from, years) } };
}

function checksOf(order: Order, index: BlindIndex, now: Date): IdentityCheck[] {
  return (['unit', 'operator'] as const).flatMap((party) => {
    const latest = latestFact(order, party, index);
    if (!latest) return [];
    const { way, at, about, standing } = latest.fact;
    const triesLeft = triesLeftToday(order, { party, way, now });
    return [{ party, way, standing: latest.current ? standing : 'outdated', at, about, triesLeft }];
  });
}

function materialsView(order: Order): OrderMaterial[] {
  const wanted = materialsOf(offerOf(order), subjectOf(order));
  const slots = awaitsTransfer(order) ? [...new Set([...wanted, 'remittance-voucher' as const])] : wanted;
  return slots.map((slot) => {
    const stored = order.materials.find((material) => material.slot === slot);
    if (!stored) return { slot, required: true, standing: 'empty' };
    const { bytes, kind, width, height, at } = stored;
    return { slot, required: true, standing: 'stored', bytes, kind, width, height, at };
  });
}
