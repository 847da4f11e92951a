import { yuan } from '@certbridge/shared/domain/money.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/card.css';
import { Footer } from '../../ui/footer.tsx';
import { ot } from '../../ui/form-words.ts';
import { Hotline } from '../../ui/hotline.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ScreenBody } from '../../ui/screen-body.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { OrderTimeline } from '../../ui/steps/order-timeline.tsx';
import { goToQuery } from '../order/go-to-query.ts';
import { FailureNotice } from '../order/parts/failure-notice.tsx';
import { LeaveRow } from '../order/parts/leave-row.tsx';
import { PageSection } from '../order/parts/page-section.tsx';
import { timelineItems } from '../order/state/timeline-items.ts';
import { usePanel } from '../order/use-panel.ts';
import './pay.css';
import type { PayPageProps } from './pay-page.tsx';
import { pt } from './pay-words.ts';
import { useFocusWhenLoaded } from './use-focus-when-loaded.ts';
import { PaymentNotes } from './view/payment-notes.tsx';

/** Paid: when the invoice comes, by when it is reviewed, and where to follow it. */
export function PaidPage({ desk, onHome }: PayPageProps) {
  const panel = usePanel();
  useFocusWhenLoaded();
  const { session } = desk;
  const order = session.order.value;
  if (!order) return null;
  const { hotline } = session.applied.channel;
  const until = order.timeline.find(({ step }) => step === 'review')?.promised;
  return (
    <>
      <ScreenBody
        head={<ScreenHead title={pt('paid.title')} subtitle={ot('frame.number', order)} onBack={onHome} />}
        readingOnly={false}
      >
        <div class="order-page">
          <Notice tone="ok" title={pt('paid.lead', { amount: yuan(order.price?.total ?? 0) })}>
            <p>{until === undefined ? pt('paid.reviewOpen') : pt('paid.reviewUntil', { date: until })}</p>
          </Notice>
          <PaymentNotes ask={session.ask} clock={session.clock} order={order} />
          <section class="card pay-card">
            <h2>{pt('paid.follow')}</h2>
            <p>{pt('paid.followHow')}</p>
            <Button size="row" icon="list" onClick={() => goToQuery(panel, order.number, order.fields)}>
              {pt('paid.orders')}
            </Button>
          </section>
          <PageSection title={ot('section.timeline')}>
            <div class="card order-timeline">
              <OrderTimeline items={timelineItems(order)} />
            </div>
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
