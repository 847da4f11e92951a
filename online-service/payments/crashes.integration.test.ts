import { expect, test } from 'vitest';
import { everyDeath, untilDeath } from '../testing/deaths.ts';
import { fresh, got } from '../testing/order-desk.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';
import { followCollections } from './follow-collections.ts';
import { paymentOperations } from './payment-operations.ts';
import { takeNotification, takeUpNotifications } from './take-notification.ts';

/** Each process dies right before and right after everything that stays; what goes on afterwards is another process. */
const desk = await paymentDesk();
const { tools, operations, alipay, wechat } = desk;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function booksBalance() {
  const { balances, wrong } = await desk.books();
  expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
  expect(wrong).toEqual([]);
}

test('opening a QR: the repetition of the request shows one QR of one trade', async () => {
  const moments = await everyDeath(async (dying) => {
    desk.later(DAY);
    const { order, me } = await desk.signed();
    const request = fresh(me);
    const input = { id: order.id, way: 'alipay' as const };
    await untilDeath(paymentOperations(dying.tools)['payments.open'](input, request));
    const view = got(await operations['payments.open'](input, request));
    expect(view.codes).toMatchObject([{ way: 'alipay', standing: 'open' }]);
    expect(await tools.transact((stores) => stores.collections.ofOrder(order.id))).toHaveLength(1);
  }, tools);
  expect(moments).toBeGreaterThanOrEqual(5);
});

test('renewing a QR that is over: never two that can be paid', async () => {
  await everyDeath(async (dying) => {
    desk.later(DAY);
    const { order, me } = await desk.signed();
    const first = await desk.open(order, me);
    desk.later(HOUR);
    const input = { id: order.id, way: 'alipay' as const };
    await untilDeath(paymentOperations(dying.tools)['payments.open'](input, fresh(me)));
    const view = got(await operations['payments.open'](input, fresh(me)));
    expect(view.codes).toMatchObject([{ standing: 'open' }]);
    const trades = await tools.transact((stores) => stores.collections.ofOrder(order.id));
    expect(trades.map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(alipay.calls).toContain(`close ${first}`);
  }, tools);
});

test('a notification of money: settled once, whether the provider repeats it or our job takes it up', async () => {
  for (const goesOn of ['repeated', 'taken up'] as const) {
    await everyDeath(async (dying) => {
      desk.later(DAY);
      const { order, me } = await desk.signed();
      const trade = await desk.open(order, me);
      await desk.open(order, me, 'wechat');
      const told = { about: 'paid', id: `notify-${trade}`, fact: alipay.pay(trade) };
      const raw = { headers: {}, body: Buffer.from(JSON.stringify(told)) };
      await untilDeath(takeNotification(dying.tools, 'alipay', raw));
      desk.later(HOUR);
      if (goesOn === 'repeated') await takeNotification(tools, 'alipay', raw);
      else await takeUpNotifications(tools);
      // Told or not, the poll finds it at last.
      await followCollections(tools);
      expect((await desk.payment(order, me)).payment).toBe('paid');
      const receipts = await tools.transact((stores) => stores.receipts.ofOrder(order.id));
      expect(receipts.map(({ outcome }) => outcome)).toEqual(['settled']);
    }, tools);
  }
  await booksBalance();
});

test('thanked, and dead before it was settled: another process settles it', async () => {
  desk.later(DAY);
  const { order, me } = await desk.signed();
  const trade = await desk.open(order, me);
  const told = { about: 'paid', id: `notify-${trade}`, fact: alipay.pay(trade) };
  const raw = { headers: {}, body: Buffer.from(JSON.stringify(told)) };
  const dead = { put: () => true, stop: async () => undefined };
  expect(await takeNotification({ ...tools, backlog: dead }, 'alipay', raw)).toEqual(alipay.provider.thanks);
  expect((await desk.payment(order, me)).payment).toBe('awaiting');
  desk.later(HOUR);
  await takeUpNotifications(tools);
  expect((await desk.payment(order, me)).payment).toBe('paid');
});

test('a refund: the provider pays one number once, and the books say so once', async () => {
  const moments = await everyDeath(async (dying) => {
    desk.later(DAY);
    const { order, me } = await desk.signed();
    const trade = await desk.open(order, me, 'wechat');
    const told = { about: 'paid', id: `notify-${trade}`, fact: wechat.pay(trade) };
    await takeNotification(tools, 'wechat', { headers: {}, body: Buffer.from(JSON.stringify(told)) });
    const { version } = got(await operations['orders.read']({ id: order.id }, me));
    got(await operations['orders.cancel']({ id: order.id, version }, fresh(me)));
    await untilDeath(carryOutRefunds(dying.tools));
    desk.later(HOUR);
    await carryOutRefunds(tools);
    expect(await desk.payment(order, me)).toMatchObject({ payment: 'refunded', refunds: [{ standing: 'done' }] });
    expect([...wechat.refunds.keys()].filter((number) => number.startsWith(trade))).toHaveLength(1);
  }, tools);
  expect(moments).toBeGreaterThanOrEqual(4);
  await booksBalance();
});

test('closing the other QR after a payment: it is closed at last', async () => {
  await everyDeath(async (dying) => {
    desk.later(DAY);
    const { order, me } = await desk.signed();
    const paid = await desk.open(order, me);
    const other = await desk.open(order, me, 'wechat');
    const told = { about: 'paid', id: `notify-${paid}`, fact: alipay.pay(paid) };
    await takeNotification(tools, 'alipay', { headers: {}, body: Buffer.from(JSON.stringify(told)) });
    await untilDeath(followCollections(dying.tools));
    desk.later(HOUR);
    await followCollections(tools);
    const states = await tools.transact((stores) => stores.collections.ofOrder(order.id));
    expect(states.map(({ state }) => state)).toEqual(['paid', 'closed']);
    expect(wechat.calls).toContain(`close ${other}`);
  }, tools);
});
