import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { ot } from '../../../ui/form-words.ts';

/** What cancelling means for the money: somebody may have paid a moment ago, and nobody here knows of it yet. */
export function moneyText(payment: OrderView['payment']): string {
  switch (payment) {
    case 'paid':
      return ot('cancel.refund');
    case 'awaiting':
      return ot('cancel.ifPaid');
    default:
      return ot('cancel.free');
  }
}
