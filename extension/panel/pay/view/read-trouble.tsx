import { Button } from '../../../ui/button.tsx';
import { ErrorLines } from '../../../ui/environment/error-lines.tsx';
import { ot } from '../../../ui/form-words.ts';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { goToQuery } from '../../order/go-to-query.ts';
import type { OrderDesk } from '../../order/state/order-desk.ts';
import { usePanel } from '../../order/use-panel.ts';
import { type Cashier, isLost } from '../state/cashier.ts';

/** What is to be paid cannot be read. While it is known from before, a line that breaks troubles nobody. */
export function ReadTrouble({ desk, cashier }: { readonly desk: OrderDesk; readonly cashier: Cashier }) {
  const panel = usePanel();
  const error = cashier.trouble.value;
  if (!error || (cashier.view.value && !isLost(error))) return null;
  const { order, form } = desk.session;
  return (
    <Notice tone="warn" title={errorMessage(error).what} announced>
      <ErrorLines error={error} />
      <div class="acts">
        {isLost(error) ? (
          <Button size="row" onClick={() => goToQuery(panel, order.value?.number, form.values.peek())}>
            {ot('failure.query')}
          </Button>
        ) : (
          <Button size="row" onClick={cashier.lookNow}>
            {t('action.retry')}
          </Button>
        )}
      </div>
    </Notice>
  );
}
