import { checkBankName } from '../banks/bank-name.ts';
import { isListedBank } from '../banks/banks.ts';
import type { Channel } from '../channel.ts';
import { accepted, type Checked, refused } from '../checked.ts';
import type { FieldHint, FieldReason } from '../field-reasons.ts';
import { checkAccountNumber } from '../identity-numbers/account-number.ts';
import { checkBankCard } from '../identity-numbers/bank-card.ts';
import { checkEmail } from '../identity-numbers/email.ts';
import { checkFreeText } from '../identity-numbers/free-text.ts';
import { checkIdNumber, idKind } from '../identity-numbers/id-kind.ts';
import { checkUnitPhone } from '../identity-numbers/landline.ts';
import { checkMobile } from '../identity-numbers/mobile.ts';
import { checkPersonName } from '../identity-numbers/person-name.ts';
import { checkPostalAddress } from '../identity-numbers/postal-address.ts';
import { checkTaxpayerNumber } from '../identity-numbers/taxpayer-number.ts';
import { checkUnifiedSocialCreditCode } from '../identity-numbers/unified-social-credit-code.ts';
import { checkUnitName } from '../identity-numbers/unit-name.ts';
import { isCityOf, isProvince } from '../regions/regions.ts';
import type { FieldName } from './field-names.ts';
import { chosenProduct, type FormSubject, OTHER_BANK } from './form-sections.ts';

interface Typed {
  readonly text: string;
  readonly subject: FormSubject;
  readonly today: string;
}
type Check = (typed: Typed) => Checked<FieldReason, FieldHint>;

const LONGEST_LINE = 100;

const line: Check = ({ text }) => checkFreeText(text, LONGEST_LINE);
const mobile: Check = ({ text }) => checkMobile(text);
const card: Check = ({ text }) => checkBankCard(text);
const person: Check = ({ text }) => checkPersonName(text);
const kind: Check = ({ text }) => oneOf(text, idKind.safeParse(text).success);
const province: Check = ({ text }) => oneOf(text, isProvince(text));

/** How each field is judged; complete by type. */
const CHECKS = {
  'unitCheck.way': ({ text, subject }) => oneOf(text, includes(subject.channel.unitVerifications, text)),
  'unitCheck.cardNumber': card,
  'unitCheck.cardMobile': mobile,
  'unitCheck.accountNumber': ({ text }) => checkAccountNumber(text),
  'unitCheck.bank': ({ text }) => oneOf(text, text === OTHER_BANK || isListedBank(text)),
  'unitCheck.bankName': ({ text }) => checkBankName(text),
  'unitCheck.province': province,
  'unitCheck.city': ({ text, subject }) => oneOf(text, isCityOf(text, subject.fields['unitCheck.province'] ?? '')),
  'unit.name': ({ text }) => checkUnitName(text),
  'unit.creditCode': ({ text }) => checkUnifiedSocialCreditCode(text),
  'unit.department': line,
  'unit.phone': ({ text }) => checkUnitPhone(text),
  'legal.name': person,
  'legal.mobile': mobile,
  'legal.idKind': kind,
  'legal.idNumber': ({ text, subject, today }) => idNumber(subject.fields['legal.idKind'], text, today),
  'product.id': ({ text, subject }) => oneOf(text, chosenProduct(subject) !== undefined),
  'product.years': ({ text, subject }) => oneOf(text, includes(product(subject)?.years.map(String), text)),
  'product.key': ({ text }) => oneOf(text, text === 'yes' || text === 'no'),
  'product.seal': ({ text, subject }) => oneOf(text, includes(product(subject)?.seals, text)),
  'invoice.title': line,
  'invoice.taxpayerNumber': ({ text, today }) => checkTaxpayerNumber(text, today),
  'invoice.addressAndPhone': line,
  'invoice.bankAndAccount': line,
  'operatorCheck.way': ({ text, subject }) => oneOf(text, includes(subject.channel.personVerifications, text)),
  'operatorCheck.cardNumber': card,
  'operatorCheck.cardMobile': mobile,
  'operator.name': person,
  'operator.mobile': mobile,
  'operator.idKind': kind,
  'operator.idNumber': ({ text, subject, today }) => idNumber(subject.fields['operator.idKind'], text, today),
  'operator.email': ({ text }) => checkEmail(text),
  'operator.unit': ({ text }) => checkUnitName(text),
  'operator.department': line,
  'posting.province': province,
  'posting.city': ({ text, subject }) => oneOf(text, isCityOf(text, subject.fields['posting.province'] ?? '')),
  'posting.address': ({ text }) => checkPostalAddress(text),
} as const satisfies Record<FieldName, Check>;

/** What is wrong with one field, in the light of the choices made in the others. */
export function checkField(name: FieldName, subject: FormSubject, today: string): Checked<FieldReason, FieldHint> {
  return CHECKS[name]({ text: subject.fields[name] ?? '', subject, today });
}

function product(subject: FormSubject): Channel['products'][number] | undefined {
  return chosenProduct(subject);
}

function oneOf(text: string, offered: boolean): Checked<'missing' | 'not-offered'> {
  if (text === '') return refused('missing');
  return offered ? accepted(text) : refused('not-offered');
}

function includes(list: readonly string[] | undefined, text: string): boolean {
  return list?.includes(text) ?? false;
}

/** Without a kind there is nothing to hold the number to; the kind's own fault says what to do. */
function idNumber(kindGiven: string | undefined, text: string, today: string): Checked<FieldReason> {
  const read = idKind.safeParse(kindGiven);
  if (!read.success) return text === '' ? refused('missing') : accepted(text);
  return checkIdNumber({ kind: read.data, text }, today);
}
