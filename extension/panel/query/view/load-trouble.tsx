import { Button } from '../../../ui/button.tsx';
import { ErrorLines } from '../../../ui/environment/error-lines.tsx';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Kept } from '../state/kept.ts';

/** What could not be loaded; it is tried again by itself where that helps. */
export function LoadTrouble({ kept }: { readonly kept: Pick<Kept<unknown>, 'state' | 'retry'> }) {
  const { error, loading } = kept.state.value;
  if (!error) return null;
  return (
    <Notice tone="warn" title={errorMessage(error).what} announced>
      <ErrorLines error={error} />
      <div class="acts">
        <Button size="row" busy={loading} onClick={kept.retry}>
          {t('action.retry')}
        </Button>
      </div>
    </Notice>
  );
}
