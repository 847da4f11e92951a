import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import type { FieldName, FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { IdentityFact, Order } from './order.ts';

type Party = IdentityCheck['party'];

/**
 * Which fields a check is about: when one of them changes, what was found out no longer holds. Nobody outside is asked
 * for the unit's credit code, but it says which of several units of one name was meant.
 */
const CHECKED_FIELDS: Readonly<Record<Party, Readonly<Record<string, readonly FieldName[]>>>> = {
  unit: {
    'legal-representative-phone': [
      'unitCheck.way',
      'unit.name',
      'unit.creditCode',
      'legal.name',
      'legal.idKind',
      'legal.idNumber',
      'legal.mobile',
    ],
    'legal-representative-card': [
      'unitCheck.way',
      'unit.name',
      'unit.creditCode',
      'legal.name',
      'legal.idKind',
      'legal.idNumber',
      'unitCheck.cardNumber',
      'unitCheck.cardMobile',
    ],
    'account-transfer': [
      'unitCheck.way',
      'unit.name',
      'unit.creditCode',
      'unitCheck.accountNumber',
      'unitCheck.bank',
      'unitCheck.bankName',
      'unitCheck.province',
      'unitCheck.city',
    ],
  },
  operator: {
    phone: ['operatorCheck.way', 'operator.name', 'operator.idKind', 'operator.idNumber', 'operator.mobile'],
    'bank-card': [
      'operatorCheck.way',
      'operator.name',
      'operator.idKind',
      'operator.idNumber',
      'operator.mobile',
      'operatorCheck.cardNumber',
      'operatorCheck.cardMobile',
    ],
  },
};

/** The checked fields as one keyed value: it tells whether they are still what was checked, and nothing else. */
export function checkedSubject(
  order: Pick<Order, 'id' | 'fields'>,
  party: Party,
  index: BlindIndex,
): string | undefined {
  const names = fieldsChecked(order.fields, party);
  if (names.length === 0) return undefined;
  const values = names.map((name) => order.fields[name]?.trim() ?? '');
  return index.of('checked-data', JSON.stringify([order.id, party, ...values])).toString('hex');
}

export interface LatestFact {
  readonly fact: IdentityFact;
  /** The form still says what was checked. */
  readonly current: boolean;
}

/** The newest fact about a party. */
export function latestFact(order: Order, party: Party, index: BlindIndex): LatestFact | undefined {
  const fact = order.facts.filter((one) => one.party === party).at(-1);
  return fact && { fact, current: fact.subject === checkedSubject(order, party, index) };
}

/** A transfer counts while it is under way: its remark's code is asked for before the materials. */
export function hasStanding(order: Order, party: Party, index: BlindIndex): boolean {
  const latest = latestFact(order, party, index);
  return latest?.current === true && (latest.fact.standing === 'passed' || latest.fact.standing === 'sent');
}

/** The phone that the check has found to be the operator's own: an order that names another one meanwhile has none. */
export function checkedMobile(order: Order, index: BlindIndex): string | undefined {
  return hasStanding(order, 'operator', index) ? operatorMobile(order.fields) : undefined;
}

/** The phone that the way of the check is about. */
export function operatorMobile(fields: FormFields): string | undefined {
  return fields[fields['operatorCheck.way'] === 'bank-card' ? 'operatorCheck.cardMobile' : 'operator.mobile'];
}

export function fieldsChecked(fields: FormFields, party: Party): readonly FieldName[] {
  return CHECKED_FIELDS[party][fields[`${party}Check.way`] ?? ''] ?? [];
}
