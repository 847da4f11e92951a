import { useEffect } from 'preact/hooks';
import { CaptchaField } from '../../../ui/form/captcha-field.tsx';
import { ot } from '../../../ui/form-words.ts';
import { errorMessage } from '../../../ui/i18n.ts';
import type { CaptchaDesk, CaptchaProblem } from '../state/captcha-desk.ts';

/** A sum in a picture, or in words. */
export function CaptchaSum({ captcha }: { readonly captcha: CaptchaDesk }) {
  useEffect(() => captcha.begin(), [captcha]);
  return (
    <CaptchaField
      field={captcha.field}
      label={ot('captcha.label')}
      hint={ot('captcha.hint')}
      say={(problem: CaptchaProblem) => ({ text: sayProblem(problem) })}
      captcha={captcha.question.value}
      onAnother={() => void captcha.another()}
      onInWords={() => void captcha.inWords()}
    />
  );
}

function sayProblem(problem: CaptchaProblem): string {
  if (problem === 'missing') return ot('captcha.missing');
  const { what, next } = errorMessage({ code: problem });
  return ot('sentence.two', { first: what, second: next });
}
