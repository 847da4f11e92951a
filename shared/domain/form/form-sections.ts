import type { Channel } from '../channel.ts';
import type { FieldName, FormFields } from './field-names.ts';

export const SECTION_IDS = [
  'unit-check',
  'unit',
  'legal-representative',
  'product',
  'invoice',
  'operator-check',
  'operator',
  'posting',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export interface FormField {
  readonly name: FieldName;
  readonly required: boolean;
}

export interface FormSection {
  readonly id: SectionId;
  readonly fields: readonly FormField[];
}

export type Holder = Channel['products'][number]['holder'];

/** What decides which fields an application has: the channel, who will hold the certificate, and the choices so far. */
export interface FormSubject {
  readonly channel: Channel;
  readonly holder: Holder;
  readonly fields: FormFields;
}

/** The sections of the form in their order. A field that the choices leave out is no part of the application. */
export function sectionsOf(subject: FormSubject): FormSection[] {
  const sections = subject.holder === 'unit' ? unitSections(subject) : personSections(subject);
  const { hidden, required } = subject.channel.form;
  return sections
    .map(({ id, fields }) => ({
      id,
      fields: fields
        .filter(({ name }) => !hidden.includes(name))
        .map((field) => (required.includes(field.name) ? { ...field, required: true } : field)),
    }))
    .filter(({ fields }) => fields.length > 0);
}

function unitSections(subject: FormSubject): FormSection[] {
  return [
    { id: 'unit-check', fields: unitCheckFields(subject.fields) },
    { id: 'unit', fields: [need('unit.name'), need('unit.creditCode'), may('unit.department'), need('unit.phone')] },
    {
      id: 'legal-representative',
      fields: [need('legal.name'), need('legal.mobile'), need('legal.idKind'), need('legal.idNumber')],
    },
    productSection(subject),
    {
      id: 'invoice',
      fields: [need('invoice.taxpayerNumber'), may('invoice.addressAndPhone'), may('invoice.bankAndAccount')],
    },
    { id: 'operator-check', fields: operatorCheckFields(subject.fields) },
    {
      id: 'operator',
      fields: [
        need('operator.name'),
        need('operator.mobile'),
        need('operator.idKind'),
        need('operator.idNumber'),
        need('operator.email'),
      ],
    },
    postingSection(subject),
  ];
}

function personSections(subject: FormSubject): FormSection[] {
  return [
    { id: 'operator-check', fields: operatorCheckFields(subject.fields) },
    {
      id: 'operator',
      fields: [
        need('operator.name'),
        need('operator.mobile'),
        need('operator.idKind'),
        need('operator.idNumber'),
        need('operator.email'),
        need('operator.unit'),
        may('operator.department'),
      ],
    },
    productSection(subject),
    { id: 'invoice', fields: [need('invoice.title'), may('invoice.taxpayerNumber')] },
    postingSection(subject),
  ];
}

function unitCheckFields(fields: FormFields): FormField[] {
  const way = need('unitCheck.way');
  switch (fields['unitCheck.way']) {
    case 'legal-representative-card':
      return [way, need('unitCheck.cardNumber'), need('unitCheck.cardMobile')];
    case 'account-transfer': {
      const bank = [need('unitCheck.accountNumber'), need('unitCheck.bank')];
      const other = fields['unitCheck.bank'] === OTHER_BANK ? [need('unitCheck.bankName')] : [];
      return [way, ...bank, ...other, need('unitCheck.province'), need('unitCheck.city')];
    }
    default:
      return [way];
  }
}

/** In the list of banks: the one that is typed by hand. */
export const OTHER_BANK = 'other';

function operatorCheckFields(fields: FormFields): FormField[] {
  const way = need('operatorCheck.way');
  return fields['operatorCheck.way'] === 'bank-card'
    ? [way, need('operatorCheck.cardNumber'), need('operatorCheck.cardMobile')]
    : [way];
}

function productSection({ channel, holder, fields }: FormSubject): FormSection {
  const product = chosenProduct({ channel, holder, fields });
  const more: FormField[] = [];
  if (product?.carrier === 'key' && product.keyOptional) more.push(need('product.key'));
  if (product && product.seals.length > 0) more.push(need('product.seal'));
  return { id: 'product', fields: [need('product.id'), need('product.years'), ...more] };
}

/** A hosted certificate has nothing to post, and a key already held stays where it is. */
function postingSection(subject: FormSubject): FormSection {
  const fields = isPosted(subject) ? [need('posting.province'), need('posting.city'), need('posting.address')] : [];
  return { id: 'posting', fields };
}

export function isPosted(subject: FormSubject): boolean {
  const product = chosenProduct(subject);
  return subject.channel.posting.posted && product?.carrier === 'key' && takesKey(product, subject.fields);
}

export function takesKey(product: Channel['products'][number], fields: FormFields): boolean {
  return product.carrier === 'key' && !(product.keyOptional && fields['product.key'] === 'no');
}

/** Only products for this holder can be chosen. */
export function chosenProduct({ channel, holder, fields }: FormSubject): Channel['products'][number] | undefined {
  return channel.products.find((product) => product.holder === holder && product.id === fields['product.id']);
}

function need(name: FieldName): FormField {
  return { name, required: true };
}

function may(name: FieldName): FormField {
  return { name, required: false };
}
