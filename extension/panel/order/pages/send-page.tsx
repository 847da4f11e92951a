import { ot } from '../../../ui/form-words.ts';
import { fillIn } from '../acts/fill-in.ts';
import { askedFor } from '../fields/fields-of-page.ts';
import { FormField } from '../fields/form-field.tsx';
import { PlaceField } from '../fields/place-field.tsx';
import { CaptchaSum } from '../parts/captcha-sum.tsx';
import { ConsentField } from '../parts/consent-field.tsx';
import { IdentityNote } from '../parts/identity-note.tsx';
import { PageSection } from '../parts/page-section.tsx';
import { PriceLines } from '../parts/price-lines.tsx';
import type { OrderDesk } from '../state/order-desk.ts';
import { FormPageFrame } from './form-page-frame.tsx';

/** The last page of the form: where the key goes, what it costs once more, and the consent. */
export function SendPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session, captcha } = desk;
  const { posting } = session.applied.channel;
  const act = { label: ot('act.fillIn'), onClick: () => void fillIn(session, desk) };
  return (
    <FormPageFrame desk={desk} page="send" onHome={onHome} act={act}>
      {session.applied.holder === 'unit' && <IdentityNote desk={desk} party="operator" />}
      {askedFor(session, 'posting.address') !== 'no' && (
        <PageSection title={ot('section.posting')}>
          <p class="cap" lang="zh-CN">
            {posting.text}
          </p>
          <PlaceField session={session} of="posting" />
          <FormField session={session} name="posting.address" />
        </PageSection>
      )}
      <PageSection title={ot('section.price')}>
        <PriceLines price={session.order.value?.price} />
      </PageSection>
      <CaptchaSum captcha={captcha} />
      <ConsentField desk={desk} />
    </FormPageFrame>
  );
}
