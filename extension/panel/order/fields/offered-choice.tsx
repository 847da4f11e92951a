import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { ReadOnlyField } from '../../../ui/form/read-only-field.tsx';
import { type Choice, SegmentedChoice } from '../../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../../ui/form/select-field.tsx';
import { formWords } from '../../../ui/form-words.ts';
import type { OrderSession } from '../state/order-session.ts';
import { sayProblem } from './say-problem.ts';

/** More would not fit beside one another. */
const MOST_CARDS = 4;

export interface OfferedChoiceProps {
  readonly session: OrderSession;
  readonly name: FieldName;
  readonly choices: readonly Choice<string>[];
}

/** What the channel offers: one thing is said, a few are laid out, many are a list. */
export function OfferedChoice({ session, name, choices }: OfferedChoiceProps) {
  const { label, hint } = formWords().fields[name];
  const field = session.form.fields[name];
  const [first, ...others] = choices;
  if (!first) return null;
  if (others.length === 0) return <ReadOnlyField label={label} value={first.title} hint={first.text ?? hint} />;
  const shared = { field, label, hint, say: sayProblem };
  if (choices.length <= MOST_CARDS) return <SegmentedChoice {...shared} choices={choices} />;
  return <SelectField {...shared} options={choices.map(({ value, title }) => ({ value, name: title }))} />;
}
