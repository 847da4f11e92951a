import type { OrderSummary } from '@certbridge/shared/contract/online/order-view.ts';
import { Button } from '../../../ui/button.tsx';
import { ot } from '../../../ui/form-words.ts';
import type { Panel } from '../../panel-controller.ts';
import { continueOrder } from '../acts/continue-order.ts';
import { openPaper } from '../acts/open-paper.ts';
import { qt } from '../query-words.ts';
import { nextAct } from '../state/next-act.ts';
import type { QueryDesk } from '../state/query-desk.ts';

type Actable = Pick<OrderSummary, 'id' | 'state' | 'actions'>;

export interface NextActProps {
  readonly desk: QueryDesk;
  readonly panel: Panel;
  readonly order: Actable;
  /** One filled button to a screen: on the order that comes first. */
  readonly isFirst: boolean;
}

export function NextAct({ desk, panel, order, isFirst }: NextActProps) {
  const act = nextAct(order);
  if (!act) return null;
  return (
    <Button
      kind={isFirst ? 'primary' : 'plain'}
      size="row"
      busy={desk.acts.isBusy('continue', order.id)}
      onClick={() => void continueOrder(desk, order.id, panel)}
    >
      {qt(`act.${act}`)}
    </Button>
  );
}

/** The rest of what can be done with it, quiet; what destroys comes last. */
export function QuietActs({ desk, order }: { readonly desk: QueryDesk; readonly order: Actable }) {
  return (
    <>
      {order.actions.includes('application-form') && (
        <Button
          kind="quiet"
          size="row"
          icon="doc"
          busy={desk.acts.isBusy('application-form', order.id)}
          onClick={() => void openPaper(desk, order.id)}
        >
          {qt('act.form')}
        </Button>
      )}
      {order.actions.includes('invoice') && (
        <Button
          kind="quiet"
          size="row"
          icon="invoice"
          busy={desk.acts.isBusy('invoice', order.id)}
          onClick={() => void openPaper(desk, order.id, 'invoice')}
        >
          {qt('act.invoice')}
        </Button>
      )}
      {order.actions.includes('cancel') && (
        <span class="end">
          <Button kind="quiet" size="row" onClick={() => desk.details.open(order.id, { cancel: true })}>
            {ot('cancel.act')}
          </Button>
        </span>
      )}
    </>
  );
}

/** Where the browser keeps new tabs from opening, the form is one press away. */
export function OpenedPaper({ desk, orderId }: { readonly desk: QueryDesk; readonly orderId: string }) {
  const link = desk.paperLink.value;
  return (
    <p class="query-opened cap" role="status">
      {link?.orderId === orderId && (
        <>
          {qt('form.opened')}
          <a href={link.url} target="_blank" rel="noopener noreferrer">
            {qt('form.open')}
          </a>
        </>
      )}
    </p>
  );
}
