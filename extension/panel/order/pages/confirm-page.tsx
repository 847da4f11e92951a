import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { Definition } from '../../../ui/definitions.tsx';
import { Definitions } from '../../../ui/definitions.tsx';
import { ot } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { confirmOrder } from '../acts/confirm-order.ts';
import { editOrder } from '../acts/edit-order.ts';
import { AgreementVersions } from '../parts/agreement-versions.tsx';
import { DigestNote, digestNoteId } from '../parts/digest-note.tsx';
import { Acts } from '../parts/form-acts.tsx';
import { OrderFrame } from '../parts/order-frame.tsx';
import { PageSection } from '../parts/page-section.tsx';
import { PriceLines } from '../parts/price-lines.tsx';
import { ShownApplication } from '../parts/shown-application.tsx';
import type { OrderDesk } from '../state/order-desk.ts';
import { firstPageOf } from '../state/order-pages.ts';
import { useDigestMatch } from '../use-digest-match.ts';

/** Everything once more. It can be confirmed when what stands here is what the service has, by its digest. */
export function ConfirmPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session } = desk;
  const order = session.order.value;
  const match = useDigestMatch(session.applied, order);
  if (!order) return null;
  const edit = (page = firstPageOf(session.applied.holder)) => void editOrder(session, page);
  return (
    <OrderFrame
      desk={desk}
      step="confirm"
      onHome={onHome}
      acts={
        <Acts
          back={{ label: ot('act.edit'), busy: session.busy.value === 'edit', onClick: () => edit() }}
          primary={{
            label: ot('act.confirm'),
            busy: session.busy.value === 'confirm',
            unavailableBecause: match === 'same' ? undefined : digestNoteId,
            onClick: () => void confirmOrder(session),
          }}
        >
          {ot('confirm.next')}
        </Acts>
      }
    >
      <p class="order-lead">{ot('confirm.lead')}</p>
      <PageSection title={ot('section.order')}>
        <Definitions items={aboutOrder(order)} />
        <p class="cap">{ot('confirm.validity')}</p>
      </PageSection>
      <ShownApplication applied={session.applied} order={order} onEdit={edit} />
      <PageSection title={ot('section.price')}>
        <PriceLines price={order.price} />
      </PageSection>
      <PageSection title={ot('section.agreements')}>
        <AgreementVersions desk={desk} order={order} />
      </PageSection>
      <DigestNote match={match} digest={order.digest} />
    </OrderFrame>
  );
}

function aboutOrder({ number, business, channelName, validity }: OrderView): Definition[] {
  const known: Definition[] = [
    { name: ot('order.number'), value: number },
    { name: ot('order.business'), value: t(`business.${business}`) },
    { name: ot('order.channel'), value: <span lang="zh-CN">{channelName}</span> },
  ];
  if (validity) known.push({ name: ot('order.validity'), value: t('certificate.validityRange', validity) });
  return known;
}
