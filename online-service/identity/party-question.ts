import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkForm, type FieldFault } from '@certbridge/shared/domain/form/check-form.ts';
import type { FieldName, FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { OTHER_BANK } from '@certbridge/shared/domain/form/form-sections.ts';
import { idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { checkedSubject, fieldsChecked } from '../orders/checked-data.ts';
import { subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { Question } from './question.ts';

type Party = IdentityCheck['party'];

/** What the form says about a party, ready to be asked. */
export interface PartyQuestion {
  readonly question: Question;
  /** The form, the party's fields in the spelling in which they are kept. */
  readonly fields: FormFields;
  /** Keyed hash of the party's fields. */
  readonly subject: string;
  /** Keyed hash of the person, or of the account. */
  readonly whom: string;
}

export interface QuestionTools {
  readonly index: BlindIndex;
  readonly now: () => Date;
}

export type Prepared = { readonly faults: readonly FieldFault[] } | PartyQuestion;

/** Judged by the same rules as the whole form, but only as far as this party is concerned. */
export function partyQuestion(
  order: Order,
  { party, remark }: { readonly party: Party; readonly remark: string },
  { index, now }: QuestionTools,
): Prepared {
  const { application, faults } = checkForm(subjectOf(order), chinaDate(now()));
  const names: readonly FieldName[] = [`${party}Check.way`, ...fieldsChecked(order.fields, party)];
  const mine = faults.filter(({ field }) => names.includes(field));
  if (mine.length > 0) return { faults: mine };
  const fields = { ...order.fields };
  for (const name of names) fields[name] = application[name] ?? '';
  const question = questionOf(party, fields, remark);
  const subject = checkedSubject({ id: order.id, fields }, party, index);
  if (!question || subject === undefined) throw new Error('a form without faults leaves nothing to ask');
  const whom = index.of('limit', `identity ${question.way} ${whomOf(question)}`).toString('base64url');
  return { question, fields: withoutEmpty(fields), subject, whom };
}

function questionOf(party: Party, fields: FormFields, remark: string): Question | undefined {
  const of = (name: FieldName) => fields[name] ?? '';
  switch (fields[`${party}Check.way`]) {
    case 'phone':
    case 'legal-representative-phone': {
      const who = whoOf(party, fields);
      const mobile = of(party === 'unit' ? 'legal.mobile' : 'operator.mobile');
      return { way: 'phone', elements: { ...who, mobile } };
    }
    case 'bank-card':
    case 'legal-representative-card': {
      const cardNumber = of(`${party}Check.cardNumber`);
      return {
        way: 'bank-card',
        elements: { ...whoOf(party, fields), cardNumber, mobile: of(`${party}Check.cardMobile`) },
      };
    }
    case 'account-transfer': {
      const bank = of('unitCheck.bank') === OTHER_BANK ? of('unitCheck.bankName') : of('unitCheck.bank');
      const place = { province: of('unitCheck.province'), city: of('unitCheck.city') };
      const elements = { name: of('unit.name'), account: of('unitCheck.accountNumber'), bank, ...place, remark };
      return { way: 'account-transfer', elements };
    }
    default:
      return undefined;
  }
}

function whoOf(party: Party, fields: FormFields) {
  const prefix = party === 'unit' ? 'legal' : 'operator';
  return {
    name: fields[`${prefix}.name`] ?? '',
    idKind: idKind.parse(fields[`${prefix}.idKind`]),
    idNumber: fields[`${prefix}.idNumber`] ?? '',
  };
}

function whomOf({ way, elements }: Question): string {
  return way === 'account-transfer' ? elements.account : `${elements.idKind} ${elements.idNumber}`;
}

function withoutEmpty(fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
