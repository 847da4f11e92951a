import { ID_KINDS } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { SelectField } from '../../../ui/form/select-field.tsx';
import { formWords } from '../../../ui/form-words.ts';
import type { OrderSession } from '../state/order-session.ts';
import { askedFor } from './fields-of-page.ts';
import { sayProblem } from './say-problem.ts';

export interface IdKindFieldProps {
  readonly session: OrderSession;
  readonly name: 'legal.idKind' | 'operator.idKind';
}

export function IdKindField({ session, name }: IdKindFieldProps) {
  if (askedFor(session, name) === 'no') return null;
  const { fields, idKinds } = formWords();
  const options = ID_KINDS.map((kind) => ({ value: kind, name: idKinds[kind] }));
  return (
    <SelectField field={session.form.fields[name]} label={fields[name].label} say={sayProblem} options={options} />
  );
}
