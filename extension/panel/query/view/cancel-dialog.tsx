import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ot } from '../../../ui/form-words.ts';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { moneyText } from '../../order/state/cancel-money.ts';
import { cancelOrder } from '../acts/cancel-order.ts';
import type { QueryDesk } from '../state/query-desk.ts';

export interface CancelDialogProps {
  readonly desk: QueryDesk;
  readonly order: OrderView;
}

/** What cancelling this order leads to: with money that was paid, it goes back. */
export function CancelDialog({ desk, order }: CancelDialogProps) {
  const { details, acts } = desk;
  if (!details.cancelling.value || !order.actions.includes('cancel')) return null;
  const failure = acts.failure.value;
  const { business, number, payment } = order;
  return (
    <Dialog
      question={ot('cancel.question')}
      text={ot('cancel.text', { business: t(`business.${business}`), number })}
      consequences={[ot('cancel.data'), moneyText(payment), ot('cancel.forGood')]}
      keep={ot('cancel.keep')}
      act={ot('cancel.act')}
      destroys
      busy={acts.isBusy('cancel', order.id) ? ot('cancel.busy') : undefined}
      failed={failure?.act.kind === 'cancel' ? errorMessage(failure.error).what : undefined}
      onKeep={() => {
        details.cancelling.value = false;
        acts.forget();
      }}
      onAct={() => void cancelOrder(desk, order)}
    />
  );
}
