import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorLines } from '../../../ui/environment/error-lines.tsx';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { QueryDesk } from '../state/query-desk.ts';

/** These lead back to the code, where they are told in other words. */
const TOLD_ELSEWHERE: readonly ErrorCode[] = ['SESSION_OVER', 'SESSION_MISSING'];

/** What did not work, what it means, and the way on. A cancel that fails is told in its dialog. */
export function FailureNotice({ desk }: { readonly desk: QueryDesk }) {
  const failure = desk.acts.failure.value;
  if (!failure || failure.act.kind === 'cancel' || TOLD_ELSEWHERE.includes(failure.error.code)) return null;
  return (
    <Notice tone="warn" title={errorMessage(failure.error).what} announced>
      <ErrorLines error={failure.error} />
      {failure.error.code !== 'TRIES_TOO_FAST' && (
        <div class="acts">
          <Button size="row" onClick={failure.again}>
            {t('action.retry')}
          </Button>
        </div>
      )}
    </Notice>
  );
}
