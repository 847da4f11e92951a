import { expect, test } from 'vitest';
import type { Transact } from '../stores.ts';
import { fresh, got } from '../testing/order-desk.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { followCollections } from './follow-collections.ts';
import { orderMoney } from './order-money.ts';
import { paymentOperations } from './payment-operations.ts';
import type { PaidFact } from './payment-provider.ts';
import { settle } from './settle.ts';

/** Several do something about the same money at the same moment. */
const desk = await paymentDesk();
const { tools, operations, alipay, wechat } = desk;
const MINUTE = 60_000;

const settleBy = (settler: typeof tools, fact: PaidFact) =>
  settle(settler, { holder: 'alipay', fact, foundBy: 'callback' });
const collectionsOf = (orderId: string) => tools.transact((stores) => stores.collections.ofOrder(orderId));

/** The job takes the order's collections on, right now, in another transaction. */
const lookedAfter = (orderId: string) =>
  desk.db
    .updateTable('collection')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('order_id', '=', orderId)
    .execute();

/** Between a transaction's first look at the collections and what follows from it, the job takes them on. */
function disturbed(orderId: string): Transact {
  return (work) =>
    tools.transact((stores) => {
      const { collections } = stores;
      let isQuiet = true;
      const after = async <Value>(found: Promise<Value>): Promise<Value> => {
        const value = await found;
        if (isQuiet) await lookedAfter(orderId);
        isQuiet = false;
        return value;
      };
      const disturbing = {
        ...collections,
        findByTrade: (tradeNo: string) => after(collections.findByTrade(tradeNo)),
        ofOrder: (id: string) => after(collections.ofOrder(id)),
      };
      return work({ ...stores, collections: disturbing });
    });
}

test.each(['orders.edit', 'orders.cancel'] as const)(
  '%s, callbacks, polls, a check and a new QR, all at once: no fault, and the books hold',
  async (step) => {
    for (let round = 0; round < 4; round += 1) {
      desk.later(24 * 60 * MINUTE);
      const { order, me } = await desk.signed();
      const fact = alipay.pay(await desk.open(order, me));
      await desk.open(order, me, 'wechat');
      desk.later(MINUTE);
      const told = Array.from({ length: 16 }, () => settleBy(tools, fact));
      const done = await Promise.allSettled([
        ...told.slice(0, 3),
        operations[step]({ id: order.id, version: order.version }, fresh(me)),
        ...told.slice(3),
        followCollections(tools),
        operations['payments.check']({ id: order.id }, me),
        operations['payments.open']({ id: order.id, way: 'wechat' }, fresh(me)),
      ]);
      expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
      const receipts = await tools.transact((stores) => stores.receipts.ofOrder(order.id));
      expect(receipts).toHaveLength(1);
      expect(await desk.books()).toMatchObject({ wrong: [] });
    }
  },
);

test('a QR is withdrawn with its order, although the job looks after it at that moment', async () => {
  const { order, me } = await desk.signed();
  await desk.open(order, me);
  const current = await tools.transact((stores) => stores.orders.find(order.id));
  if (!current) throw new Error('the order is there');
  await disturbed(order.id)((stores) => orderMoney(tools.now).leave(stores, current));
  expect(await collectionsOf(order.id)).toMatchObject([{ state: 'closing' }]);
});

test('a collection whose money has come is at its end, although the job looks after it at that moment', async () => {
  const { order, me } = await desk.signed();
  const fact = alipay.pay(await desk.open(order, me));
  expect(await settleBy({ ...tools, transact: disturbed(order.id) }, fact)).toBe('settled');
  expect(await collectionsOf(order.id)).toMatchObject([{ state: 'paid', lookAt: undefined }]);
});

test('a new QR in one click, although the job looks after the old one at that moment', async () => {
  const { order, me } = await desk.signed();
  await desk.open(order, me);
  desk.later(20 * MINUTE);
  const disturbing = {
    ...alipay.provider,
    async close(tradeNo: string) {
      const closed = await alipay.provider.close(tradeNo);
      await lookedAfter(order.id);
      return closed;
    },
  };
  const till = paymentOperations({ ...tools, providers: { alipay: disturbing } });
  const view = got(await till['payments.open']({ id: order.id, way: 'alipay' }, fresh(me)));
  expect(view.codes).toMatchObject([{ way: 'alipay', standing: 'open' }]);
});

test('a QR that was closed unscanned and paid all the same, untold: found when its time is over', async () => {
  const { order, me } = await desk.signed();
  const first = await desk.open(order, me);
  desk.later(14.5 * MINUTE);
  await desk.open(order, me);
  alipay.pay(first);
  desk.later(2 * MINUTE);
  await followCollections(tools);
  expect((await desk.payment(order, me)).payment).toBe('paid');
});

test('a provider that calls a trade paid and does not tell its payment yet is asked again', async () => {
  const { order, me } = await desk.signed();
  const trade = await desk.open(order, me, 'wechat');
  desk.later(20 * MINUTE);
  const undecided = { ...wechat.provider, close: async () => 'paid' as const };
  await followCollections({ ...tools, providers: { wechat: undecided } });
  wechat.pay(trade);
  desk.later(MINUTE);
  await followCollections(tools);
  expect((await desk.payment(order, me)).payment).toBe('paid');
});

test('one collection that cannot be looked after holds up no other', async () => {
  const [one, two] = [await desk.signed(), await desk.signed()];
  const odd = await desk.open(one.order, one.me);
  alipay.pay(await desk.open(two.order, two.me));
  desk.later(MINUTE);
  const poisoned = {
    ...alipay.provider,
    async look(tradeNo: string) {
      if (tradeNo === odd) throw new Error('a fault of ours');
      return alipay.provider.look(tradeNo);
    },
  };
  await followCollections({ ...tools, providers: { alipay: poisoned } });
  expect((await desk.payment(two.order, two.me)).payment).toBe('paid');
});
