import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { PAYMENT_MACHINE } from '@certbridge/shared/domain/machines/payment-machine.ts';
import { moveOrder } from '../../../online-service/orders/move-order.ts';
import { orderMoney } from '../../../online-service/payments/order-money.ts';
import { NotReady } from '../../../online-service/problems/not-ready.ts';
import type { StormDatabase } from './storm-database.ts';

/** What the service does when its applicant cancels; paid or not, whichever came first. Told to come again, he does. */
export async function cancelOrder(database: StormDatabase, id: string): Promise<void> {
  for (;;) {
    try {
      return await cancelNow(database, id);
    } catch (fault) {
      if (!(fault instanceof NotReady)) throw fault;
    }
  }
}

function cancelNow({ transact }: StormDatabase, id: string): Promise<void> {
  return transact(async (stores) => {
    const order = await stores.orders.findToChange(id);
    if (!order) throw new Error('an order that was seeded is not there');
    const event = order.payment === 'paid' ? 'refund' : 'close';
    const payment = nextState(PAYMENT_MACHINE, { state: order.payment, event, by: 'applicant' }) ?? order.payment;
    const cancelled = await moveOrder(stores, order, { event: 'cancel', by: 'applicant', changes: { payment } });
    await orderMoney(() => new Date()).leave(stores, cancelled);
  });
}
