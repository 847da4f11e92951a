import type { FieldReason } from '@certbridge/shared/domain/field-reasons.ts';
import { faultOfField } from '@certbridge/shared/domain/form/check-form.ts';
import { FIELD_NAMES, type FieldName, type FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { type FormSubject, sectionsOf } from '@certbridge/shared/domain/form/form-sections.ts';
import { createForm, type Form } from '../../../ui/form/form-state.ts';
import type { Applied } from './order-pages.ts';
import { settledFields } from './settled-fields.ts';

export type FieldValues = { readonly [Name in FieldName]: string };

/** Why a field is refused, as an id with its repair: the words follow the language of the page. */
export interface FieldProblem {
  readonly reason: FieldReason;
  readonly repair?: string;
}

export type ApplicationForm = Form<FieldValues, FieldProblem>;

const EMPTY = Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as FieldValues;

/** The whole application as one form. `today` is the date in China. */
export function createApplicationForm(applied: Pick<Applied, 'channel' | 'holder'>, today: () => string) {
  const subjectOf = (fields: FormFields): FormSubject => ({ ...applied, fields });
  const form: ApplicationForm = createForm<FieldValues, FieldProblem>({
    initial: EMPTY,
    inUse: (values) => sectionsOf(subjectOf(values)).flatMap(({ fields }) => fields.map(({ name }) => name)),
    check(name, values) {
      const fault = faultOfField(name, subjectOf(values), today());
      return fault && { reason: fault.reason, ...(fault.repair === undefined ? {} : { repair: fault.repair }) };
    },
  });
  form.fill(settledFields(subjectOf(EMPTY)));
  return form;
}

/** The application comes from elsewhere: what is not in it is empty, and what has only one answer is given it. */
export function fillForm(
  form: ApplicationForm,
  applied: Pick<Applied, 'channel' | 'holder'>,
  fields: FormFields,
): void {
  form.fill({ ...EMPTY, ...fields });
  form.fill(settledFields({ ...applied, fields: form.values.peek() }));
}

/** Every field as the application has it: what is out of use is no part of it. */
export function applicationFields({ values, inUse }: ApplicationForm): FieldValues {
  return { ...EMPTY, ...Object.fromEntries(inUse.value.map((name) => [name, values.value[name]])) };
}

/** What differs from what the service has; an empty string clears a field there. */
export function unsavedFields(form: ApplicationForm, kept: FormFields): FormFields {
  const fields = applicationFields(form);
  return Object.fromEntries(
    FIELD_NAMES.filter((name) => fields[name] !== (kept[name] ?? '')).map((name) => [name, fields[name]]),
  );
}
