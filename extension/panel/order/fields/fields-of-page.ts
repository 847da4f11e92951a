import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkField } from '@certbridge/shared/domain/form/check-field.ts';
import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { sectionsOf } from '@certbridge/shared/domain/form/form-sections.ts';
import type { OrderSession } from '../state/order-session.ts';

/** Whether this form asks for a field, and insists on it. */
export function askedFor({ applied, form }: OrderSession, name: FieldName): 'required' | 'optional' | 'no' {
  const fields = sectionsOf({ ...applied, fields: form.values.value }).flatMap((section) => section.fields);
  const field = fields.find((one) => one.name === name);
  if (!field) return 'no';
  return field.required ? 'required' : 'optional';
}

/** Advice about what was typed and is accepted, once its field has been left. */
export function adviceOn({ applied, form, clock }: OrderSession, name: FieldName) {
  const { touched, error } = form.fields[name];
  if (!touched.value || error.value) return undefined;
  const checked = checkField(name, { ...applied, fields: form.values.value }, chinaDate(new Date(clock.now())));
  return checked.ok ? checked.hint : undefined;
}
