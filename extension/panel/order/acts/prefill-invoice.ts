import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import type { OrderSession } from '../state/order-session.ts';

/** Where the invoice's data nearly always come from; they can be changed. */
const USUALLY: readonly (readonly [field: FieldName, from: FieldName])[] = [
  ['invoice.taxpayerNumber', 'unit.creditCode'],
  ['invoice.title', 'operator.unit'],
];

export function prefillInvoice({ form }: OrderSession): void {
  const inUse = form.inUse.peek();
  const values = form.values.peek();
  for (const [field, from] of USUALLY) {
    if (inUse.includes(field) && values[field] === '' && values[from] !== '') form.fields[field].edit(values[from]);
  }
}
