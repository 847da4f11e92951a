import { CodeInput } from '../../../ui/form/code/code-input.tsx';
import { ot } from '../../../ui/form-words.ts';
import { checkOf } from '../acts/check-identity.ts';
import { editOrder } from '../acts/edit-order.ts';
import { Acts } from '../parts/form-acts.tsx';
import { IdentityNote } from '../parts/identity-note.tsx';
import { OrderFrame } from '../parts/order-frame.tsx';
import type { OrderDesk } from '../state/order-desk.ts';

/** Six digits prove the unit: from the legal representative's phone, or from the remark of the fen. */
export function AuthorisePage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session, authorising } = desk;
  const check = checkOf(session, 'unit');
  const byTransfer = session.order.value?.fields['unitCheck.way'] === 'account-transfer';
  const sent = authorising.sent.value ?? { to: check?.about ?? '', validUntil: undefined, resendFrom: 0 };
  return (
    <OrderFrame
      desk={desk}
      step="authorise"
      onHome={onHome}
      acts={
        <Acts
          back={{
            label: ot('act.edit'),
            busy: session.busy.value === 'edit',
            onClick: () => void editOrder(session, 'unit'),
          }}
        >
          {ot('authorise.next')}
        </Acts>
      }
    >
      {check?.standing === 'transfer-returned' && <IdentityNote desk={desk} party="unit" />}
      <p class="order-lead">{byTransfer ? ot('authorise.transfer') : ot('authorise.phone')}</p>
      <CodeInput
        label={ot('authorise.label')}
        sentTo={sent.to}
        standing={authorising.standing.value}
        validUntil={sent.validUntil}
        resendFrom={sent.resendFrom}
        onCode={(code) => void authorising.enter(code)}
        onResend={() => void authorising.send()}
      />
      <p class="cap">{byTransfer ? ot('authorise.transferAgain') : ot('authorise.phoneAgain')}</p>
    </OrderFrame>
  );
}
