import { fail } from '@certbridge/shared/contract/result.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { PAYMENT_MACHINE } from '@certbridge/shared/domain/machines/payment-machine.ts';
import { askInvoice } from '../invoices/ask-invoice.ts';
import { applyChange, moveOrder } from '../orders/move-order.ts';
import type { Order } from '../orders/order.ts';
import { Refused } from '../refused.ts';
import type { Stores } from '../stores.ts';
import type { Receipt } from './collection.ts';
import { tellPayer } from './tell-payer.ts';

export interface ReceiptAbout {
  /** Locked by this transaction. */
  readonly order: Order;
  readonly receipt: Receipt;
  readonly now: Date;
}

/** The order is paid, and goes to those who review it. */
export async function markPaid(stores: Stores, { order, receipt, now }: ReceiptAbout): Promise<Order> {
  const payment = nextState(PAYMENT_MACHINE, { state: order.payment, event: 'settle', by: 'service' });
  if (!payment) throw new Refused(fail('ORDER_STEP_NOT_ALLOWED'));
  const times = { ...order.times, paid: receipt.paidAt.toISOString() };
  const audit = { event: 'settle', by: 'service', note: `${receipt.holder} ${receipt.foundBy}` } as const;
  const paid = await applyChange(stores, order, { changes: { payment, times }, audit });
  const accepted = paid.state === 'signed' ? await moveOrder(stores, paid, { event: 'accept', by: 'service' }) : paid;
  await askInvoice(stores, { order: accepted, receipt, now });
  await tellPayer(stores, accepted, { template: 'order-paid', amount: receipt.amount });
  await stores.orders.announce(order.id);
  return accepted;
}
