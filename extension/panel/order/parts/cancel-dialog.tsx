import { Dialog } from '../../../ui/dialog.tsx';
import { ot } from '../../../ui/form-words.ts';
import { errorMessage, t } from '../../../ui/i18n.ts';
import { cancelOrder } from '../acts/cancel-order.ts';
import { moneyText } from '../state/cancel-money.ts';
import type { OrderDesk } from '../state/order-desk.ts';

/** Open while somebody asks to cancel; it closes when the order is cancelled. */
export function CancelDialog({ desk }: { readonly desk: OrderDesk }) {
  const { session, cancelling } = desk;
  const order = session.order.value;
  if (!cancelling.value || !order) return null;
  const failure = session.failure.value;
  const close = () => {
    cancelling.value = false;
  };
  return (
    <Dialog
      question={ot('cancel.question')}
      text={ot('cancel.text', { business: t(`business.${order.business}`), number: order.number })}
      consequences={[ot('cancel.data'), moneyText(order.payment), ot('cancel.forGood')]}
      keep={ot('cancel.keep')}
      act={ot('cancel.act')}
      destroys
      busy={session.busy.value === 'cancel' ? ot('cancel.busy') : undefined}
      failed={failure?.act === 'cancel' ? errorMessage(failure.error).what : undefined}
      onKeep={close}
      onAct={() => void cancelOrder(session).then(() => session.order.value?.state === 'cancelled' && close())}
    />
  );
}
