import type { FieldMessage } from '../form/field-line.tsx';
import { createField, type OwnedField } from '../form/field-state.ts';

export type SampleProblem = 'missing' | 'letter-o' | 'not-listed' | 'wrong-sum' | 'consent';

const WORDS: { readonly [Problem in SampleProblem]: string } = {
  missing: '请填写这一项。',
  'letter-o': '第 18 位是字母 O，信用代码不用这个字母。',
  'not-listed': '请从列表里选一家；没有的话，选“其他银行”。',
  'wrong-sum': '答案不对，请再算一次。',
  consent: '请先阅读并同意。',
};

export function sayProblem<Value>(problem: SampleProblem): FieldMessage<Value> {
  return { text: WORDS[problem] };
}

/** The message of a credit code, with its repair. */
export function sayCode(code: string): (problem: SampleProblem) => FieldMessage<string> {
  return (problem) =>
    problem === 'letter-o'
      ? { ...sayProblem(problem), repair: { label: '改为数字 0', value: code.replaceAll('O', '0') } }
      : sayProblem(problem);
}

/** A field that wants something in it. */
export function sampleField<Value>(
  initial: Value,
  problem: SampleProblem = 'missing',
): OwnedField<Value, SampleProblem> {
  return createField({ initial, check: (value) => (value ? undefined : problem) });
}

/** The same, with something wrong already. */
export function wrongField<Value>(initial: Value, problem: SampleProblem): OwnedField<Value, SampleProblem> {
  const field = sampleField(initial, problem);
  field.refuse(problem);
  return field;
}

/** The same, while somebody is asked, for ever. */
export function checkedField<Value>(initial: Value): OwnedField<Value, SampleProblem> {
  const field = sampleField(initial);
  void field.ask(new Promise(() => undefined));
  return field;
}

export const creditCode = createField<string, SampleProblem>({
  initial: '91000000MA00017X4O',
  check: (value) => (value.includes('O') ? 'letter-o' : value === '' ? 'missing' : undefined),
});
creditCode.leave();
