import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { tradeNumber } from '@certbridge/shared/domain/payment/trade-number.ts';
import { once } from '../../once/once.ts';
import type { OperationHandler } from '../../operation-handler.ts';
import { refuseStale } from '../../orders/move-order.ts';
import { offerOf } from '../../orders/offer-of.ts';
import type { Order } from '../../orders/order.ts';
import { ownedOrder } from '../../orders/owned-order.ts';
import type { Stores } from '../../stores.ts';
import type { Collection, PaymentWay } from '../collection.ts';
import type { PaymentTools } from '../payment-tools.ts';
import { viewOfPayment } from '../payment-view.ts';

/** Nobody polls a bank: finance looks for the money, as long as the order waits for it. */
const WAITS_MS = 90 * 86_400_000;

type RemitError = 'PAYMENT_NOT_ASKED' | 'PAYMENT_WAY_NOT_OFFERED' | 'MATERIALS_MISSING' | 'ORDER_UNKNOWN';

export function announceRemittance(tools: PaymentTools): OperationHandler<OnlineContract['payments.remit']> {
  return (input, asked) =>
    once<PaymentView, RemitError>(tools, { operation: 'payments.remit', input, asked }, async (stores) => {
      await ownedOrder(stores, asked, input.id);
      const order = await stores.orders.findToChange(input.id);
      if (!order) return fail('ORDER_UNKNOWN');
      refuseStale(order, input.version);
      if (order.payment !== 'awaiting') return fail('PAYMENT_NOT_ASKED');
      if (!offerOf(order).paymentWays.includes(input.way) || !tools.accounts[input.way]) {
        return fail('PAYMENT_WAY_NOT_OFFERED');
      }
      if (!order.materials.some(({ slot }) => slot === 'remittance-voucher')) {
        return fail('MATERIALS_MISSING', { values: { count: 1 } });
      }
      const now = tools.now();
      const collection = await collectionFor(stores, { order, way: input.way, now });
      const { payer, paidOn } = input;
      await stores.remittances.put({
        collectionId: collection.id,
        payer,
        paidOn,
        handedInAt: now,
        refusedAt: undefined,
        refusal: undefined,
      });
      return ok(await viewOfPayment(stores, order, tools));
    });
}

interface Announced {
  readonly order: Order;
  readonly way: PaymentWay;
  readonly now: Date;
}

/** Announced once more, it is the same collection: one number on the voucher, one in the books. */
async function collectionFor(stores: Stores, { order, way, now }: Announced): Promise<Collection> {
  const collections = await stores.collections.ofOrder(order.id);
  const earlier = collections.findLast((one) => one.way === way && one.state !== 'paid');
  if (earlier?.state === 'open' && earlier.amount === order.price?.total) return earlier;
  // The price has changed since it was announced.
  if (earlier?.state === 'open') await stores.collections.change(earlier, { state: 'closed' });
  const added = await stores.collections.add({
    orderId: order.id,
    way,
    tradeNo: tradeNumber(order.number, collections.length + 1),
    amount: order.price?.total ?? 0,
    state: 'open',
    expiresAt: new Date(now.getTime() + WAITS_MS),
    lookAt: undefined,
    createdAt: now,
  });
  if (!added) throw new Error('a remittance of an order was opened twice');
  return added;
}
