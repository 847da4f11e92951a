import { expect, test } from 'vitest';
import { runDueWork } from '../jobs/due-work.ts';
import { eventually } from '../testing/eventually.ts';
import { fresh, got } from '../testing/order-desk.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';
import { paymentWork } from './payment-work.ts';
import { settle } from './settle.ts';
import { takeNotification, takeUpNotifications } from './take-notification.ts';

/** What can never be done holds up nothing else, and comes into somebody's sight. */
const desk = await paymentDesk();
const { tools, operations, alipay, wechat } = desk;
const HOUR = 3_600_000;

async function owedBack() {
  const { order, me } = await desk.signed();
  const trade = await desk.open(order, me);
  await settle(tools, { holder: 'alipay', fact: alipay.pay(trade), foundBy: 'callback' });
  const { version } = got(await operations['orders.read']({ id: order.id }, me));
  got(await operations['orders.cancel']({ id: order.id, version }, fresh(me)));
  return { order, me, trade };
}

const refundsOf = (orderId: string) => tools.transact((stores) => stores.refunds.ofOrder(orderId));

test('a refund that meets a fault of ours each time: the others come back, and finance gets it in the end', async () => {
  const [odd, good] = [await owedBack(), await owedBack()];
  const poisoned = {
    ...alipay.provider,
    async refund(asked: Parameters<typeof alipay.provider.refund>[0]) {
      if (asked.tradeNo === odd.trade) throw new Error('a fault of ours');
      return alipay.provider.refund(asked);
    },
  };
  const poisonedTools = { ...tools, providers: { alipay: poisoned } };
  expect(await carryOutRefunds(poisonedTools)).toMatchObject({ done: 1 });
  expect(await refundsOf(good.order.id)).toMatchObject([{ state: 'done' }]);
  for (let tries = 1; tries < 60; tries += 1) {
    desk.later(2 * HOUR);
    await carryOutRefunds(poisonedTools);
  }
  expect(await refundsOf(odd.order.id)).toMatchObject([{ state: 'stuck' }]);
});

test('a provider that never answers about a refund: it is asked less and less often, then finance gets it', async () => {
  const { order } = await owedBack();
  alipay.state.away = true;
  for (let minutes = 0; minutes < 60; minutes += 1) {
    await carryOutRefunds(tools);
    desk.later(60_000);
  }
  const [waiting] = await refundsOf(order.id);
  expect(waiting?.tries).toBeLessThan(20);
  for (let tries = waiting?.tries ?? 0; tries < 60; tries += 1) {
    desk.later(2 * HOUR);
    await carryOutRefunds(tools);
  }
  alipay.state.away = false;
  expect(await refundsOf(order.id)).toMatchObject([{ state: 'stuck' }]);
});

test('a provider whose settings are not here is away: its refunds wait for it', async () => {
  const { order, me } = await owedBack();
  await carryOutRefunds({ ...tools, providers: {} });
  desk.later(HOUR);
  await carryOutRefunds(tools);
  expect((await desk.payment(order, me)).payment).toBe('refunded');
});

test('kept notifications that cannot be opened, or read any more, do not hide one that can', async () => {
  const { order, me } = await desk.signed();
  const trade = await desk.open(order, me);
  const raw = (text: string) =>
    Buffer.from(JSON.stringify({ headers: {}, body: Buffer.from(text).toString('base64') }));
  const keep = (key: string, text: string) =>
    tools.transact((stores) => stores.notifications.keep({ provider: 'alipay', key, raw: raw(text) }));
  await keep('sealed by a key that is gone', '{}');
  await desk.db
    .updateTable('payment_notification')
    .set({ sealed: Buffer.from('gone') })
    .execute();
  for (let count = 0; count < 60; count += 1) await keep(`unreadable ${count}`, 'forged');
  const told = { about: 'paid', id: trade, fact: alipay.pay(trade) };
  await keep(trade, JSON.stringify(told));
  desk.later(HOUR);
  while ((await takeUpNotifications(tools)).more);
  expect((await desk.payment(order, me)).payment).toBe('paid');
});

test('a message that cannot be put keeps no money: what was told is kept, and settles its order later', async () => {
  const { order, me } = await desk.signed();
  const told = { about: 'paid', id: `speechless-${order.id}`, fact: alipay.pay(await desk.open(order, me)) };
  const put = async () => {
    throw new Error('a fault of ours');
  };
  const transact: typeof tools.transact = (work) => tools.transact((stores) => work({ ...stores, outbox: { put } }));
  const raw = { headers: {}, body: Buffer.from(JSON.stringify(told)) };
  expect(await takeNotification({ ...tools, transact }, 'alipay', raw)).toEqual(alipay.provider.thanks);
  expect((await desk.payment(order, me)).payment).toBe('awaiting');
  desk.later(HOUR);
  while ((await takeUpNotifications(tools)).more);
  expect((await desk.payment(order, me)).payment).toBe('paid');
});

test('a provider that hangs does not hold up the other one', async () => {
  const [{ order: slow, me: waiting }, { order, me }] = [await desk.signed(), await desk.signed()];
  await desk.open(slow, waiting);
  desk.later(10_000);
  const held: (() => void)[] = [];
  const hanging = {
    ...alipay.provider,
    look: () =>
      new Promise<{ standing: 'waiting' }>((resolve) => {
        held.push(() => resolve({ standing: 'waiting' }));
        alipay.calls.push('hangs');
      }),
  };
  const works = paymentWork({ ...tools, providers: { alipay: hanging, wechat: wechat.provider } });
  const running = runDueWork({ works, everyMs: 10, log: tools.log });
  await eventually(() => alipay.calls).toContain('hangs');
  wechat.pay(await desk.open(order, me, 'wechat'));
  desk.later(10_000);
  await eventually(async () => (await desk.payment(order, me)).payment).toBe('paid');
  const stopped = running.stop();
  for (const letGo of held) letGo();
  await stopped;
});
