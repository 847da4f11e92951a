import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { Button } from '../../../ui/button.tsx';
import '../../../ui/card.css';
import { Definitions } from '../../../ui/definitions.tsx';
import { Footer } from '../../../ui/footer.tsx';
import { ot } from '../../../ui/form-words.ts';
import { Hotline } from '../../../ui/hotline.tsx';
import { t } from '../../../ui/i18n.ts';
import { Notice, type NoticeTone } from '../../../ui/notice.tsx';
import { ScreenBody } from '../../../ui/screen-body.tsx';
import { ScreenHead } from '../../../ui/screen-head.tsx';
import { OrderTimeline } from '../../../ui/steps/order-timeline.tsx';
import { PaymentNotesPlace } from '../../pay/pay-places.tsx';
import { editOrder } from '../acts/edit-order.ts';
import { DocumentButton } from '../parts/document-button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { LeaveRow } from '../parts/leave-row.tsx';
import { PageSection } from '../parts/page-section.tsx';
import { PriceLines } from '../parts/price-lines.tsx';
import type { OrderDesk } from '../state/order-desk.ts';
import { firstPageOf } from '../state/order-pages.ts';
import { orderStanding } from '../state/order-standing.ts';
import { timelineItems } from '../state/timeline-items.ts';

const TONES: { readonly [Standing in ReturnType<typeof orderStanding>['kind']]: NoticeTone } = {
  'in-review': 'ok',
  returned: 'warn',
  cancelled: 'plain',
  lapsed: 'plain',
  'under-way': 'ok',
  completed: 'ok',
};

/** What the applicant has done is done: where the order stands, and what happens next. */
export function StatusPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session } = desk;
  const order = session.order.value;
  if (!order) return null;
  const { hotline } = session.applied.channel;
  const standing = orderStanding(order);
  return (
    <>
      <ScreenBody
        head={
          <ScreenHead
            title={ot(`status.title.${standing.kind}`)}
            subtitle={ot('frame.number', order)}
            onBack={onHome}
          />
        }
        readingOnly={false}
      >
        <div class="order-page">
          <Notice tone={TONES[standing.kind]} title={ot(`status.lead.${standing.kind}`)}>
            <p>{nextText(standing)}</p>
          </Notice>
          <Returned order={order} />
          {standing.kind === 'returned' && (
            <Button
              kind="primary"
              size="action"
              wide
              busy={session.busy.value === 'edit'}
              onClick={() => void editOrder(session, firstPageOf(session.applied.holder))}
            >
              {ot('status.mend')}
            </Button>
          )}
          {standing.kind !== 'cancelled' && standing.kind !== 'lapsed' && (
            <PageSection title={ot('section.timeline')}>
              <div class="card order-timeline">
                <OrderTimeline items={timelineItems(order)} />
              </div>
            </PageSection>
          )}
          <PaymentNotesPlace ask={session.ask} clock={session.clock} order={order} />
          <PageSection title={ot('section.order')}>
            <Definitions
              items={[
                { name: ot('order.number'), value: order.number },
                { name: ot('order.business'), value: t(`business.${order.business}`) },
                { name: ot('order.channel'), value: <span lang="zh-CN">{order.channelName}</span> },
              ]}
            />
            <PriceLines price={order.price} />
            {order.actions.includes('application-form') && (
              <DocumentButton desk={desk} of="application-form" label={ot('sign.document')} />
            )}
          </PageSection>
          <FailureNotice desk={desk} />
          <LeaveRow desk={desk} onHome={onHome} done />
        </div>
      </ScreenBody>
      <Footer>
        <Hotline phone={hotline.phone} hours={hotline.hours} />
      </Footer>
    </>
  );
}

function nextText(standing: ReturnType<typeof orderStanding>): string {
  switch (standing.kind) {
    case 'in-review':
      return standing.until === undefined
        ? ot('status.next.in-review')
        : ot('status.next.in-reviewUntil', { date: standing.until });
    default:
      return ot(`status.next.${standing.kind}`);
  }
}

/** Why it came back, in the reviewer's own words, which are Chinese. */
function Returned({ order: { returned } }: { readonly order: OrderView }) {
  if (returned.length === 0) return null;
  return (
    <ul class="order-rules" lang="zh-CN">
      {returned.map(({ about, reason }) => (
        <li key={about}>{ot('status.reason', { about, reason })}</li>
      ))}
    </ul>
  );
}
