import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { priceOfOrder } from '@certbridge/shared/domain/order/price-of-order.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { personOf } from '../query/person-of.ts';
import { hasStanding } from './checked-data.ts';
import { applyChange } from './move-order.ts';
import { offerOf, subjectOf } from './offer-of.ts';
import type { Order } from './order.ts';
import { orderStep } from './order-step.ts';
import type { OrderTools } from './order-tools.ts';

/** A draft is kept as it was typed, wrong or not: only `fill-in` judges it. */
export function saveForm(tools: OrderTools): OperationHandler<OnlineContract['orders.save']> {
  return (input, asked) =>
    orderStep(tools, { operation: 'orders.save', input, asked }, async (order, stores) => {
      if (order.state !== 'drafting') return fail('ORDER_STEP_NOT_ALLOWED');
      const fields = withoutEmpty({ ...order.fields, ...input.fields });
      const price = priceOfOrder(offerOf(order), subjectOf({ ...order, fields }));
      const person = isSamePerson(order.fields, fields) ? order.person : checkedPerson({ ...order, fields }, tools);
      const number = person !== order.person && person && (await stores.orders.unfinishedBeside(order, person));
      if (number) return fail('ORDER_UNFINISHED', { values: { number } });
      const changes = { fields, price, person };
      return applyChange(stores, order, { changes, audit: { event: 'save', by: 'applicant' } });
    });
}

/** Somebody who was named and checked before is found again when the form names him again. */
function checkedPerson(order: Order, { index, now }: OrderTools): string | undefined {
  const kind = idKind.safeParse(order.fields['operator.idKind']);
  if (!kind.success || !hasStanding(order, 'operator', index)) return undefined;
  const number = order.fields['operator.idNumber'] ?? '';
  return personOf(index, { kind: kind.data, number }, chinaDate(now()));
}

/** Whoever was checked before may neither find this order nor be kept from another by it, once it names somebody else. */
function isSamePerson(before: FormFields, after: FormFields): boolean {
  return (['operator.idKind', 'operator.idNumber'] as const).every((name) => before[name] === after[name]);
}

function withoutEmpty(fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
