import type { OrderSummary } from '@certbridge/shared/contract/online/order-view.ts';
import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { leavePerson } from '../acts/leave-person.ts';
import { qt } from '../query-words.ts';
import { nextAct } from '../state/next-act.ts';
import type { QueryViewProps } from './ask-view.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { LoadTrouble } from './load-trouble.tsx';
import { OrderRow } from './order-row.tsx';
import { paperText } from './paper-text.ts';
import { QueryFrame } from './query-frame.tsx';

/** The person's orders: what is still to be done comes first. */
export function OrdersView({ desk, panel }: QueryViewProps) {
  const paper = desk.paper.value;
  const number = desk.orders.notThere.value;
  return (
    <QueryFrame
      title={qt('mine.title')}
      subtitle={paper && paperText(paper)}
      onBack={() => panel.go({ name: 'home' })}
      aside={{ label: qt('mine.other'), onClick: () => leavePerson(desk, panel) }}
    >
      <FailureNotice desk={desk} />
      {number !== undefined && <Notice tone="info" title={qt('mine.notThere', { number })} announced />}
      <LoadTrouble kept={desk.orders.list} />
      <Lists desk={desk} panel={panel} />
    </QueryFrame>
  );
}

function Lists({ desk, panel }: QueryViewProps) {
  const { value: orders, error } = desk.orders.list.state.value;
  if (!orders) return error ? null : <Loading />;
  if (orders.length === 0) {
    return (
      <section>
        <h2 class="sr">{qt('mine.title')}</h2>
        <EmptyState drawing="no-orders" title={qt('mine.noneTitle')}>
          {qt('mine.none')}
        </EmptyState>
      </section>
    );
  }
  const unfinished = orders.filter(({ finished }) => !finished);
  const finished = orders.filter((order) => order.finished);
  const props = { desk, panel, first: orders.find((order) => nextAct(order)) };
  return (
    <>
      <Part {...props} title={qt('mine.unfinished')} orders={unfinished} none={qt('mine.noneUnfinished')} />
      <Part {...props} title={qt('mine.finished')} orders={finished} none={qt('mine.noneFinished')} atFirst={FEW} />
    </>
  );
}

/** Of those that have ended nobody needs more at once. */
const FEW = 3;

interface PartProps extends QueryViewProps {
  readonly title: string;
  readonly orders: readonly OrderSummary[];
  readonly none: string;
  readonly first: OrderSummary | undefined;
  /** How many are shown before somebody asks for all. */
  readonly atFirst?: number;
}

function Part({ desk, panel, title, orders, none, first, atFirst = orders.length }: PartProps) {
  const all = useSignal(false);
  const shown = all.value ? orders : orders.slice(0, atFirst);
  return (
    <section class="query-part">
      <h2>
        {title}
        <small>{qt('mine.count', { count: orders.length })}</small>
      </h2>
      {orders.length === 0 && <p class="cap">{none}</p>}
      {shown.map((order) => (
        <OrderRow key={order.id} desk={desk} panel={panel} order={order} isFirst={order === first} />
      ))}
      {shown.length < orders.length && (
        <Button
          kind="quiet"
          onClick={() => {
            all.value = true;
          }}
        >
          {qt('mine.all', { count: orders.length })}
        </Button>
      )}
    </section>
  );
}

function Loading() {
  return (
    <div class="query-part" role="status">
      <span class="sr">{qt('mine.loading')}</span>
      <Skeleton blockSize={124} card />
      <Skeleton blockSize={124} card />
    </div>
  );
}
