import { CODE_WAYS, type PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { Notice } from '../../../ui/notice.tsx';
import { pt } from '../pay-words.ts';
import { wayName } from '../way-name.ts';

type Refund = PaymentView['refunds'][number];

/** Money on its way back: why, how much, how it stands, and by which way. */
export function MoneyBack({ refunds }: Pick<PaymentView, 'refunds'>) {
  if (refunds.length === 0) return null;
  const isThere = refunds.every(({ standing }) => standing === 'done');
  return (
    <Notice tone={isThere ? 'ok' : 'info'} title={pt('back.title')} announced>
      <ul class="pay-back">
        {refunds.map((refund, at) => (
          <li key={at}>
            <b>{pt(`back.${refund.standing}`, { amount: yuan(refund.amount) })}</b>
            <span>{pt(`back.${refund.reason}`)}</span>
            <span>{howBack(refund)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function howBack({ way }: Refund): string {
  return CODE_WAYS.some((one) => one === way) ? pt('back.how', { way: wayName(way) }) : pt('back.howBank');
}
