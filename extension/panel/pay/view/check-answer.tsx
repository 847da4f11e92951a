import { ErrorLines } from '../../../ui/environment/error-lines.tsx';
import { errorMessage } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { pt } from '../pay-words.ts';
import type { CheckAnswer } from '../state/cashier.ts';

/** What came of asking the payment companies, where it was not the money. */
export function CheckAnswerNotice({ answer, phone }: { readonly answer: CheckAnswer; readonly phone: string }) {
  if (answer === 'not-yet') {
    return (
      <Notice tone="info" title={pt('check.notYet')} announced>
        <p>{pt('check.notYetNext', { phone })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={errorMessage(answer).what} announced>
      <ErrorLines error={answer} />
    </Notice>
  );
}
