import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { formWords } from '../../../ui/form-words.ts';
import type { OrderSession } from '../state/order-session.ts';
import { fieldLook } from './field-looks.ts';
import { adviceOn, askedFor } from './fields-of-page.ts';
import { sayProblem } from './say-problem.ts';

export interface FormFieldProps {
  readonly session: OrderSession;
  readonly name: FieldName;
}

/** A field of the application that is typed. One that this form does not ask for is not there. */
export function FormField({ session, name }: FormFieldProps) {
  const asked = askedFor(session, name);
  if (asked === 'no') return null;
  const { fields, hints } = formWords();
  const { label, hint } = fields[name];
  const advice = adviceOn(session, name);
  return (
    <TextField
      {...fieldLook(name)}
      field={session.form.fields[name]}
      label={label}
      say={sayProblem}
      hint={advice === undefined ? hint : hints[advice]}
      optional={asked === 'optional'}
    />
  );
}
