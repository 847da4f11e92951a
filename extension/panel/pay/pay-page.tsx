import { useEffect, useMemo } from 'preact/hooks';
import { sight } from '../../platform/sight.ts';
import { Footer } from '../../ui/footer.tsx';
import { createField } from '../../ui/form/field-state.ts';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { ot } from '../../ui/form-words.ts';
import { Hotline } from '../../ui/hotline.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OrderFrame } from '../order/parts/order-frame.tsx';
import { PageSection } from '../order/parts/page-section.tsx';
import { PriceLines } from '../order/parts/price-lines.tsx';
import type { OrderDesk } from '../order/state/order-desk.ts';
import './pay.css';
import { pt } from './pay-words.ts';
import { createCashier } from './state/cashier.ts';
import { hasBoth, shownTab, type Tab } from './state/pay-tabs.ts';
import { createRemittanceDesk } from './state/remittance-desk.ts';
import { useFocusWhenLoaded } from './use-focus-when-loaded.ts';
import { CheckAnswerNotice } from './view/check-answer.tsx';
import { Codes } from './view/codes.tsx';
import { MoneyBack } from './view/money-back.tsx';
import { PayActs } from './view/pay-acts.tsx';
import { ReadTrouble } from './view/read-trouble.tsx';
import { Transfer } from './view/transfer.tsx';

export interface PayPageProps {
  readonly desk: OrderDesk;
  readonly onHome: () => void;
}

/** The counter at which an order is paid. It turns over by itself: paid, the order stands on another page. */
export function PayPage({ desk, onHome }: PayPageProps) {
  const { session } = desk;
  useFocusWhenLoaded();
  const { cashier, remittance, tab } = useMemo(() => counterOf(desk), [desk]);
  useEffect(() => cashier.begin(), [cashier]);
  const payment = cashier.view.value;
  const isKnown = payment !== undefined;
  useEffect(() => {
    // A transfer that is under way is what somebody comes back for.
    if (payment?.transfer && payment.transfer.standing !== 'to-remit') tab.fill('transfer');
  }, [isKnown]);
  const shown = payment && shownTab(payment, tab.value.value);
  const { hotline } = payment ?? session.applied.channel;
  const answer = cashier.answer.value;
  return (
    <>
      <OrderFrame
        desk={desk}
        step="pay"
        onHome={onHome}
        acts={payment && shown && <PayActs {...{ desk, cashier, remittance, payment, shown }} />}
      >
        <ReadTrouble desk={desk} cashier={cashier} />
        {payment && <MoneyBack refunds={payment.refunds} />}
        {payment && hasBoth(payment) && (
          <SegmentedChoice
            label={pt('way.label')}
            field={tab}
            say={() => ({ text: '' })}
            look="flat"
            choices={(['codes', 'transfer'] as const).map((value) => ({ value, title: pt(`way.${value}`) }))}
          />
        )}
        {!payment && <Loading />}
        {payment && shown === 'codes' && <Codes cashier={cashier} payment={payment} />}
        {payment?.transfer && shown === 'transfer' && (
          <Transfer desk={desk} remittance={remittance} payment={payment} transfer={payment.transfer} />
        )}
        {answer && <CheckAnswerNotice answer={answer} phone={hotline.phone} />}
        <PageSection
          title={ot('section.price')}
          aside={
            <span class="cap" lang="zh-CN">
              {payment?.product}
            </span>
          }
        >
          <PriceLines price={session.order.value?.price} />
          <p class="cap">{pt('frozen')}</p>
        </PageSection>
      </OrderFrame>
      <Footer>
        <Hotline phone={hotline.phone} hours={hotline.hours} />
      </Footer>
    </>
  );
}

function counterOf({ session }: OrderDesk) {
  const cashier = createCashier(session, sight);
  const remittance = createRemittanceDesk(session, cashier);
  return { cashier, remittance, tab: createField<Tab, never>({ initial: 'codes', check: () => undefined }) };
}

function Loading() {
  return (
    <div role="status">
      <span class="sr">{pt('due.loading')}</span>
      <Skeleton blockSize={320} card />
    </div>
  );
}
