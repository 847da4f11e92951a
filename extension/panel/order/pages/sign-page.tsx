import { maskMobile } from '@certbridge/shared/domain/masking.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { useEffect, useRef } from 'preact/hooks';
import { Definitions } from '../../../ui/definitions.tsx';
import { CodeInput } from '../../../ui/form/code/code-input.tsx';
import { ot } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { editOrder } from '../acts/edit-order.ts';
import { AgreementVersions } from '../parts/agreement-versions.tsx';
import { DigestNote, digestNoteId } from '../parts/digest-note.tsx';
import { DocumentButton } from '../parts/document-button.tsx';
import { Acts } from '../parts/form-acts.tsx';
import { OrderFrame } from '../parts/order-frame.tsx';
import { PageSection } from '../parts/page-section.tsx';
import { whoActs } from '../parts/step-title.ts';
import type { OrderDesk } from '../state/order-desk.ts';
import { firstPageOf } from '../state/order-pages.ts';
import { useDigestMatch } from '../use-digest-match.ts';

/** What is signed, by whom; and the code that signs it. */
export function SignPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session, signing } = desk;
  const order = session.order.value;
  const match = useDigestMatch(session.applied, order);
  if (!order) return null;
  const sent = signing.sent.value;
  const who = ot(`section.${whoActs(session.applied)}`);
  const back = {
    label: ot('act.edit'),
    busy: session.busy.value === 'edit',
    onClick: () => void editOrder(session, firstPageOf(session.applied.holder)),
  };
  return (
    <OrderFrame
      desk={desk}
      step="sign"
      onHome={onHome}
      acts={
        <Acts
          back={back}
          primary={
            sent
              ? undefined
              : {
                  label: ot('act.sendCode'),
                  busy: session.busy.value === 'send-code',
                  unavailableBecause: match === 'same' ? undefined : digestNoteId,
                  onClick: () => void signing.send(),
                }
          }
        >
          {ot('sign.next')}
        </Acts>
      }
    >
      <p class="order-lead">{ot('sign.lead', { who })}</p>
      <PageSection title={ot('section.signed')}>
        <Definitions
          items={[
            { name: ot('order.number'), value: order.number },
            { name: ot('order.business'), value: t(`business.${order.business}`) },
            {
              name: ot('sign.name'),
              value: <span lang="zh-CN">{order.fields['unit.name'] ?? order.fields['operator.name']}</span>,
            },
            { name: ot('price.total'), value: yuan(order.price?.total ?? 0) },
          ]}
        />
        <AgreementVersions desk={desk} order={order} />
        <DocumentButton desk={desk} of="application-form" label={ot('sign.document')} />
      </PageSection>
      <DigestNote match={match} digest={order.digest} />
      {sent ? (
        <SigningCode desk={desk} sent={sent} />
      ) : (
        <p class="cap">{ot('sign.to', { to: maskMobile(order.fields['operator.mobile'] ?? '') })}</p>
      )}
    </OrderFrame>
  );
}

interface SigningCodeProps {
  readonly desk: OrderDesk;
  readonly sent: NonNullable<OrderDesk['signing']['sent']['value']>;
}

/** It takes the place of the button that asked for it, and so the focus, which would be lost with the button. */
function SigningCode({ desk: { signing }, sent }: SigningCodeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place}>
      <CodeInput
        label={ot('sign.code')}
        sentTo={sent.to}
        standing={signing.standing.value}
        validUntil={sent.validUntil}
        resendFrom={sent.resendFrom}
        onCode={(code) => void signing.enter(code)}
        onResend={() => void signing.send()}
      />
      <p class="cap">{ot('sign.how')}</p>
    </div>
  );
}
