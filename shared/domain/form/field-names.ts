import * as z from 'zod/mini';

/**
 * Every field of an application, for units and persons. Of a personal application the operator is the person himself.
 * The invoice's title and the account's name are no fields: they are the unit's name, and nobody may change them.
 */
export const FIELD_NAMES = [
  'unitCheck.way',
  'unitCheck.cardNumber',
  'unitCheck.cardMobile',
  'unitCheck.accountNumber',
  'unitCheck.bank',
  'unitCheck.bankName',
  'unitCheck.province',
  'unitCheck.city',
  'unit.name',
  'unit.creditCode',
  'unit.department',
  'unit.phone',
  'legal.name',
  'legal.mobile',
  'legal.idKind',
  'legal.idNumber',
  'product.id',
  'product.years',
  'product.key',
  'product.seal',
  'invoice.title',
  'invoice.taxpayerNumber',
  'invoice.addressAndPhone',
  'invoice.bankAndAccount',
  'operatorCheck.way',
  'operatorCheck.cardNumber',
  'operatorCheck.cardMobile',
  'operator.name',
  'operator.mobile',
  'operator.idKind',
  'operator.idNumber',
  'operator.email',
  'operator.unit',
  'operator.department',
  'posting.province',
  'posting.city',
  'posting.address',
] as const;

export const fieldName = z.enum(FIELD_NAMES);
export type FieldName = (typeof FIELD_NAMES)[number];

/** What the applicant typed, as typed; an empty string is no value. */
export const formFields = z.partialRecord(fieldName, z.string().check(z.maxLength(200)));
export type FormFields = z.infer<typeof formFields>;
