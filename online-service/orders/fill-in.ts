import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkForm, type FieldFault } from '@certbridge/shared/domain/form/check-form.ts';
import { priceOfOrder } from '@certbridge/shared/domain/order/price-of-order.ts';
import type { OperationHandler } from '../operation-handler.ts';
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
      if (!order.agreements.every((one) => input.agreements.some((given) => isSame(one, given)))) {
        return fail('AGREEMENT_OUTDATED');
      }
      const times = { ...order.times, filled: now.toISOString() };
      // By what is applied for: a choice that belongs to a product chosen before costs nothing.
      const price = priceOfOrder(offerOf(order), subjectOf({ ...order, fields }));
      const digest = digestOf(applicationOf({ ...order, price }, fields));
      const changes = { fields, price, times, digest, consentedAt: now.toISOString() };
      return moveOrder(stores, order, { event: 'fill-in', by: 'applicant', changes });
    });
}

/** As many as a reply may name; the form shows them all at once, and more is a form that nobody has filled in. */
const MOST_ISSUES = 20;

function issueOf({ field, reason }: FieldFault) {
  return { path: field, rule: reason };
}

function isChecked(order: Order, { index }: OrderTools): boolean {
  return (order.holder === 'person' || hasStanding(order, 'unit', index)) && hasStanding(order, 'operator', index);
}

function isSame(one: { id: string; version: string }, other: { id: string; version: string }): boolean {
  return one.id === other.id && one.version === other.version;
}
