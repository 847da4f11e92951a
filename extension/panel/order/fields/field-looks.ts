import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';

/** How a field is typed: the keyboard that a phone shows, what the browser may fill in, whether 0 and O must differ. */
export interface FieldLook {
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly autocomplete?: string;
  readonly mono?: boolean;
}

/** The browser knows the person at the keyboard, who is the operator, and his unit; of others it knows nothing. */
const LOOKS: { readonly [Name in FieldName]?: FieldLook } = {
  'unitCheck.cardNumber': { inputMode: 'numeric' },
  'unitCheck.cardMobile': { inputMode: 'tel' },
  'unitCheck.accountNumber': { inputMode: 'numeric' },
  'unit.name': { autocomplete: 'organization' },
  'unit.creditCode': { mono: true },
  'unit.phone': { inputMode: 'tel', autocomplete: 'work tel' },
  'legal.mobile': { inputMode: 'tel' },
  'legal.idNumber': { mono: true },
  'invoice.title': { autocomplete: 'organization' },
  'invoice.taxpayerNumber': { mono: true },
  'operatorCheck.cardNumber': { inputMode: 'numeric' },
  'operatorCheck.cardMobile': { inputMode: 'tel' },
  'operator.name': { autocomplete: 'name' },
  'operator.mobile': { inputMode: 'tel', autocomplete: 'mobile tel' },
  'operator.idNumber': { mono: true },
  'operator.email': { inputMode: 'email', autocomplete: 'email' },
  'operator.unit': { autocomplete: 'organization' },
  'posting.address': { autocomplete: 'street-address' },
};

export function fieldLook(name: FieldName): FieldLook {
  return LOOKS[name] ?? {};
}
