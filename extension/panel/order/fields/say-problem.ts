import { fillText } from '@certbridge/shared/text/fill-text.ts';
import type { FieldMessage } from '../../../ui/form/field-line.tsx';
import { formWords } from '../../../ui/form-words.ts';
import type { FieldProblem } from '../state/application-form.ts';

/** What is wrong, how to mend it, and the button that does so where the repair is known. */
export function sayProblem({ reason, repair }: FieldProblem): FieldMessage<string> {
  const { reasons, order, repair: repairLabel } = formWords();
  const { what, mend } = reasons[reason];
  const text = fillText(order['sentence.two'], { first: what, second: mend });
  if (repair === undefined) return { text };
  return { text, repair: { label: fillText(repairLabel, { value: repair }), value: repair } };
}
