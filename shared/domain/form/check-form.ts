import type { Checked } from '../checked.ts';
import type { FieldReason } from '../field-reasons.ts';
import { checkField } from './check-field.ts';
import type { FieldName, FormFields } from './field-names.ts';
import { type FormSubject, sectionsOf } from './form-sections.ts';

export interface FieldFault {
  readonly field: FieldName;
  readonly reason: FieldReason;
  readonly repair?: string;
}

export interface CheckedForm {
  /** Only the fields that are part of the application, in the form in which they are kept. */
  readonly application: FormFields;
  readonly faults: readonly FieldFault[];
}

/** The whole form by its rules, on the screen and in the service alike. `today` is the date in China. */
export function checkForm(subject: FormSubject, today: string): CheckedForm {
  const application: FormFields = {};
  const faults: FieldFault[] = [];
  for (const { name, required } of sectionsOf(subject).flatMap(({ fields }) => fields)) {
    const checked = checkField(name, subject, today);
    if (checked.ok) application[name] = checked.value;
    else if (required || checked.reason !== 'missing') faults.push(faultOf(name, checked));
  }
  return { application, faults };
}

/** One field as `checkForm` sees it; undefined where nothing is wrong, or it is no part of this form. */
export function faultOfField(name: FieldName, subject: FormSubject, today: string): FieldFault | undefined {
  const field = sectionsOf(subject)
    .flatMap(({ fields }) => fields)
    .find((one) => one.name === name);
  if (!field) return undefined;
  const checked = checkField(name, subject, today);
  if (checked.ok || (checked.reason === 'missing' && !field.required)) return undefined;
  return faultOf(name, checked);
}

function faultOf(field: FieldName, { reason, repair }: Extract<Checked<FieldReason>, { ok: false }>): FieldFault {
  return repair === undefined ? { field, reason } : { field, reason, repair };
}
