import { withdrawInvoice } from '../invoices/reverse-invoice.ts';
import type { OrderMoney } from '../orders/order-money.ts';
import { withdrawCollections } from './close-other-collections.ts';
import { oweRefund } from './owe-refund.ts';

export function orderMoney(now: () => Date): OrderMoney {
  return {
    async leave(stores, order) {
      await withdrawCollections(stores, { orderId: order.id, now: now() });
      if (order.payment !== 'refunding') return;
      const receipt = (await stores.receipts.ofOrder(order.id)).find(({ outcome }) => outcome === 'settled');
      if (!receipt) return;
      await oweRefund(stores, { order, receipt, now: now(), reason: 'cancelled' });
      await withdrawInvoice(stores, receipt, now());
    },
    async paid(stores, orderId) {
      const receipts = await stores.receipts.ofOrder(orderId);
      return receipts.find(({ outcome }) => outcome === 'settled')?.amount ?? 0;
    },
  };
}
