import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { Button } from '../../../ui/button.tsx';
import { SegmentedChoice } from '../../../ui/form/segmented-choice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { momentText } from '../../../ui/time/moment-text.ts';
import type { OrderDesk } from '../../order/state/order-desk.ts';
import { pt } from '../pay-words.ts';
import type { RemittanceDesk } from '../state/remittance-desk.ts';
import { AccountCard } from './account-card.tsx';
import { RemittanceForm } from './remittance-form.tsx';

export interface TransferProps {
  readonly desk: OrderDesk;
  readonly remittance: RemittanceDesk;
  readonly payment: PaymentView;
  readonly transfer: NonNullable<PaymentView['transfer']>;
}

/** Money that comes by bank: where to, and how the announcement of it stands. */
export function Transfer({ desk, remittance, payment, transfer }: TransferProps) {
  const { again, form } = remittance;
  const { accounts, remark } = transfer;
  const handedIn = transfer.standing === 'handed-in' && !again.value;
  const way = handedIn ? transfer.way : form.fields.way.value.value;
  const account = accounts.find((one) => one.way === way) ?? accounts[0];
  return (
    <>
      {handedIn && (
        <Notice tone="ok" title={pt('handed.title')} announced>
          <p>{pt('handed.text', { time: momentText(transfer.handedInAt ?? '') })}</p>
          <div class="acts">
            <Button
              size="row"
              onClick={() => {
                again.value = true;
              }}
            >
              {pt('handed.again')}
            </Button>
          </div>
        </Notice>
      )}
      {transfer.standing === 'not-found' && (
        <Notice tone="warn" title={pt('missed.title')} announced>
          {transfer.reason && (
            <p>
              {pt('missed.reason')}
              <span lang="zh-CN">{transfer.reason}</span>
            </p>
          )}
          <p>{pt('missed.next')}</p>
        </Notice>
      )}
      {!handedIn && accounts.length > 1 && (
        <SegmentedChoice
          field={form.fields.way}
          label={pt('remit.way')}
          say={() => ({ text: '' })}
          look="flat"
          choices={accounts.map(({ way }) => ({ value: way, title: pt(`remit.${way}`) }))}
        />
      )}
      {account && <AccountCard payment={payment} account={account} remark={remark} />}
      {!handedIn && <RemittanceForm desk={desk} remittance={remittance} />}
    </>
  );
}
