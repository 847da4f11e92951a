import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { Button } from '../../../ui/button.tsx';
import { Acts } from '../../order/parts/form-acts.tsx';
import type { OrderDesk } from '../../order/state/order-desk.ts';
import { pt } from '../pay-words.ts';
import type { Cashier } from '../state/cashier.ts';
import type { Tab } from '../state/pay-tabs.ts';
import type { RemittanceDesk } from '../state/remittance-desk.ts';

const VOUCHER_LINE = 'pay-voucher';

export interface PayActsProps {
  readonly desk: OrderDesk;
  readonly cashier: Cashier;
  readonly remittance: RemittanceDesk;
  readonly payment: PaymentView;
  readonly shown: Tab;
}

/** Pinned below: what can be done on the tab that is shown. */
export function PayActs({ desk, cashier, remittance, payment, shown }: PayActsProps) {
  if (shown === 'codes') return <CheckActs desk={desk} cashier={cashier} />;
  return payment.transfer ? <RemitActs desk={desk} remittance={remittance} transfer={payment.transfer} /> : null;
}

/** For somebody who has paid by code and sees nothing happen. */
function CheckActs({ desk, cashier }: { readonly desk: OrderDesk; readonly cashier: Cashier }) {
  const days = desk.session.applied.offer.reviewWorkingDays?.to;
  return (
    <>
      <div class="acts-row">
        <Button size="action" wide busy={cashier.checking.value} onClick={() => void cashier.check()}>
          {pt('check.act')}
        </Button>
      </div>
      <p class="acts-line cap">{days === undefined ? pt('next.plain') : pt('next.review', { days })}</p>
    </>
  );
}

interface RemitActsProps {
  readonly desk: OrderDesk;
  readonly remittance: RemittanceDesk;
  readonly transfer: NonNullable<PaymentView['transfer']>;
}

function RemitActs({ desk, remittance, transfer }: RemitActsProps) {
  const { session } = desk;
  if (transfer.standing === 'handed-in' && !remittance.again.value) return <Acts>{pt('next.plain')}</Acts>;
  const voucher = session.order.value?.materials.find(({ slot }) => slot === 'remittance-voucher');
  const isMissing = voucher?.standing !== 'stored';
  return (
    <Acts
      primary={{
        label: pt('remit.act'),
        busy: session.busy.value === 'remit',
        unavailableBecause: isMissing ? VOUCHER_LINE : undefined,
        onClick: () => void remittance.handIn(),
      }}
    >
      <span id={VOUCHER_LINE}>{isMissing ? pt('remit.voucherMissing') : pt('remit.ready')}</span>
    </Acts>
  );
}
