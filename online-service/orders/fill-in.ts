import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkForm, type FieldFault } from '@certbridge/shared/domain/form/check-form.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { priceOfOrder } from '@certbridge/shared/domain/order/price-of-order.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { Stores } from '../stores.ts';
import { applicationOf, digestOf } from './application-of.ts';
import { hasStanding } from './checked-data.ts';
import { moveOrder, stateAfter } from './move-order.ts';
import { offerOf, subjectOf } from './offer-of.ts';
import type { Order } from './order.ts';
import { orderStep } from './order-step.ts';
import type { OrderTools } from './order-tools.ts';

export function fillIn(tools: OrderTools): OperationHandler<OnlineContract['orders.fillIn']> {
  return (input, asked) =>
    orderStep(tools, { operation: 'orders.fillIn', input, asked }, async (order, stores) => {
      stateAfter(order, { event: 'fill-in', by: 'applicant' });
      if (!(await tools.captchas.passes(stores, input.captcha))) return fail('CAPTCHA_WRONG');
      const now = tools.now();
      const { application: fields, faults } = checkForm(subjectOf(order), chinaDate(now));
      if (faults.length > 0) return fail('FORM_INVALID', { issues: faults.slice(0, MOST_ISSUES).map(issueOf) });
      if (!isChecked(order, tools)) return fail('IDENTITY_NOT_CHECKED');
      if (!consents(order, input.agreements)) return fail('AGREEMENT_OUTDATED');
      const times = { ...order.times, filled: now.toISOString() };
      // By what is applied for: a choice that belongs to a product chosen before costs nothing.
      const price = priceOfOrder(offerOf(order), subjectOf({ ...order, fields }));
      const above = await abovePaid(tools, stores, { order, total: price?.total });
      if (above) return above;
      const digest = digestOf(applicationOf({ ...order, price }, fields));
      const changes = { fields, price, times, digest, consentedAt: now.toISOString() };
      return moveOrder(stores, order, { event: 'fill-in', by: 'applicant', changes });
    });
}

interface NewTotal {
  readonly order: Order;
  readonly total: number | undefined;
}

/** What was paid once cannot be topped up: a change after a return may not make the order dearer. */
async function abovePaid(tools: OrderTools, stores: Stores, { order, total = 0 }: NewTotal) {
  const paid = await tools.money.paid(stores, order.id);
  if (paid === 0 || total <= paid) return undefined;
  return fail('PRICE_ABOVE_PAID', { values: { paid: yuan(paid), total: yuan(total) } });
}

/** As many as a reply may name; the form shows them all at once, and more is a form that nobody has filled in. */
const MOST_ISSUES = 20;

function issueOf({ field, reason }: FieldFault) {
  return { path: field, rule: reason };
}

function isChecked(order: Order, { index }: OrderTools): boolean {
  return (order.holder === 'person' || hasStanding(order, 'unit', index)) && hasStanding(order, 'operator', index);
}

function consents({ agreements }: Order, given: Order['agreements']): boolean {
  return agreements.every((one) => given.some((each) => isSame(one, each)));
}

function isSame(one: { id: string; version: string }, other: { id: string; version: string }): boolean {
  return one.id === other.id && one.version === other.version;
}
