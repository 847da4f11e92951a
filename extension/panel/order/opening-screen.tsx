import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLines } from '../../ui/environment/error-lines.tsx';
import { ot } from '../../ui/form-words.ts';
import { errorMessage, t } from '../../ui/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { ScreenBody } from '../../ui/screen-body.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { LocalDraft } from './draft/local-draft.ts';
import { goToQuery } from './go-to-query.ts';
import type { OrderStart } from './state/order-start.ts';
import { usePanel } from './use-panel.ts';

export interface OpeningScreenProps {
  readonly start: OrderStart;
  readonly error: PublicError | undefined;
  readonly onAgain: () => void;
  readonly onHome: () => void;
}

/** While an application is opened, and when it cannot be. */
export function OpeningScreen({ start, error, onAgain, onHome }: OpeningScreenProps) {
  return (
    <ScreenBody head={<ScreenHead title={t(`business.${businessOf(start)}`)} onBack={onHome} />} readingOnly={!error}>
      {error ? <NotOpened start={start} error={error} onAgain={onAgain} /> : <Skeleton blockSize={360} card />}
    </ScreenBody>
  );
}

function businessOf(start: OrderStart) {
  switch (start.kind) {
    case 'new':
      return start.business;
    case 'draft':
      return start.draft.business;
    case 'order':
      return start.order.business;
  }
}

interface NotOpenedProps {
  readonly start: OrderStart;
  readonly error: PublicError;
  readonly onAgain: () => void;
}

/** What was typed is not given up because the order behind it cannot be reached: it can begin a new one. */
function NotOpened({ start, error, onAgain }: NotOpenedProps) {
  const panel = usePanel();
  const lost = error.code.startsWith('SESSION_') || error.code === 'ORDER_UNKNOWN';
  const draft = start.kind === 'draft' && lost ? start.draft : undefined;
  return (
    <Notice tone="warn" title={errorMessage(error).what} announced>
      <ErrorLines error={error} />
      <div class="acts">
        {draft ? (
          <>
            <Button size="row" onClick={() => goToQuery(panel, draft.order?.number, draft.fields)}>
              {ot('failure.query')}
            </Button>
            {draft.awaits === undefined && (
              <Button
                kind="quiet"
                size="row"
                onClick={() => panel.go({ name: 'order', start: { kind: 'draft', draft: withoutOrder(draft) } })}
              >
                {ot('opening.anew')}
              </Button>
            )}
          </>
        ) : (
          <Button size="row" onClick={onAgain}>
            {t('action.retry')}
          </Button>
        )}
      </div>
    </Notice>
  );
}

function withoutOrder({ order: _, ...typed }: LocalDraft): LocalDraft {
  return typed;
}
