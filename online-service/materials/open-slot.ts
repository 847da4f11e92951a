import { fail } from '@certbridge/shared/contract/result.ts';
import { type MaterialSlot, materialsOf } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { awaitsTransfer } from '../orders/awaits-transfer.ts';
import { offerOf, subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import { Refused } from '../refused.ts';

/**
 * Materials are handed in between the confirmation and the submission, and only those that the order wants; a
 * remittance's voucher also while the money is awaited.
 */
export function refuseClosedSlot(order: Order, slot: MaterialSlot): void {
  if (slot === 'remittance-voucher' && awaitsTransfer(order)) return;
  const wanted = materialsOf(offerOf(order), subjectOf(order)).includes(slot);
  if (order.state !== 'confirmed' || !wanted) throw new Refused(fail('ORDER_STEP_NOT_ALLOWED'));
}
