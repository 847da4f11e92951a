import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { isGivenUp } from '@certbridge/shared/domain/order/is-given-up.ts';
import { t } from '../../../ui/i18n.ts';
import { OrderCard } from '../../../ui/order/order-card.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { OrderTimeline, type TimelineItem } from '../../../ui/steps/order-timeline.tsx';
import { timelineItems } from '../../order/state/timeline-items.ts';
import { PaymentNotesPlace } from '../../pay/pay-places.tsx';
import { qt } from '../query-words.ts';
import type { QueryViewProps } from './ask-view.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { LoadTrouble } from './load-trouble.tsx';
import { NextAct, OpenedPaper, QuietActs } from './order-acts.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderNotes } from './order-notes.tsx';
import { QueryFrame } from './query-frame.tsx';
import { ReturnedNotice } from './returned-notice.tsx';
import { standingLook } from './standing-looks.ts';

/** Everything about one order: where it stands, what comes when, and what can be done. */
export function DetailsView({ desk, panel }: QueryViewProps) {
  const { value: order, error } = desk.details.order.state.value;
  return (
    <QueryFrame title={qt('act.details')} subtitle={order?.number} onBack={desk.details.close}>
      <FailureNotice desk={desk} />
      <LoadTrouble kept={desk.details.order} />
      {order && <Details desk={desk} panel={panel} order={order} />}
      {!order && !error && <Loading />}
      {order && <CancelDialog desk={desk} order={order} />}
    </QueryFrame>
  );
}

function Details({ desk, panel, order }: QueryViewProps & { readonly order: OrderView }) {
  const { chip, next } = standingLook(order);
  return (
    <>
      <ReturnedNotice order={order} />
      <h2 class="sr">{order.number}</h2>
      <OrderCard
        number={order.number}
        business={t(`business.${order.business}`)}
        state={chip}
        created={chinaDate(new Date(order.createdAt))}
        facts={order.price ? [qt('fact.yuan', { amount: yuan(order.price.total) })] : []}
        text={next}
        act={<NextAct desk={desk} panel={panel} order={order} isFirst />}
        links={
          order.actions.some((action) => QUIET.includes(action)) && (
            <>
              <QuietActs desk={desk} order={order} />
              <OpenedPaper desk={desk} orderId={order.id} />
            </>
          )
        }
      >
        <OrderTimeline items={wayOf(order)} />
      </OrderCard>
      <OrderFacts order={order} summary={desk.orders.list.state.value.value?.find(({ id }) => id === order.id)} />
      <PaymentNotesPlace ask={desk.ask} clock={panel.clock} order={order} />
      <OrderNotes order={order} />
    </>
  );
}

const QUIET: readonly OrderView['actions'][number][] = ['application-form', 'invoice', 'cancel'];

/** Of an order that was given up nothing more is to come, and nothing is promised. */
function wayOf(order: OrderView): TimelineItem[] {
  const items = timelineItems(order);
  return isGivenUp(order.state) ? items.filter(({ state }) => state !== 'to-come') : items;
}

function Loading() {
  return (
    <div role="status">
      <span class="sr">{qt('details.loading')}</span>
      <Skeleton blockSize={360} card />
    </div>
  );
}
