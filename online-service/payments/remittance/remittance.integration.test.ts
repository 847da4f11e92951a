import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '../../asked.ts';
import { actOnMoney } from '../../cli/finance/act-on-money.ts';
import type { FinanceCommand } from '../../cli/finance/read-finance-arguments.ts';
import { lapseDrafts } from '../../jobs/lapse-drafts.ts';
import { retentionRecords } from '../../storage/retention-records.ts';
import { codeOf, fresh, got } from '../../testing/order-desk.ts';
import { outboxOf } from '../../testing/outbox-of.ts';
import { paymentDesk } from '../../testing/payment-desk.ts';
import { carryOutRefunds } from '../carry-out-refunds.ts';
import { orderMoney } from '../order-money.ts';
import { settle } from '../settle.ts';
import { confirmRemittance, type FoundRemittance } from './confirm-remittance.ts';
import { refuseRemittance } from './refuse-remittance.ts';

const desk = await paymentDesk();
const { tools, operations, alipay } = desk;
const outbox = outboxOf(desk);
let serial = 0;

/** A channel whose orders may be remitted as well. */
const channel = await tools.channels.read('shangqiu-ggzy');
const offers = channel?.offers.map((each) => ({ ...each, paymentWays: ['alipay', 'remittance'] }));
const document = JSON.stringify({ ...channel, id: 'remitted', offers });
await desk.db.insertInto('channel').values({ id: 'remitted', position: 9, document }).execute();

beforeEach(async () => {
  desk.later(86_400_000);
  await desk.db.deleteFrom('outbox').execute();
});

async function announced(): Promise<{ order: OrderView; me: Asked; tradeNo: string }> {
  const { order, me } = await desk.signed('remitted');
  await announce(order, me);
  return { order, me, tradeNo: await tradeOf(order) };
}

async function announce(order: OrderView, me: Asked): Promise<void> {
  const at = tools.now().toISOString();
  const slot = 'remittance-voucher' as const;
  const voucher = { slot, bytes: 1, kind: 'png' as const, width: 1, height: 1, at, storeKey: `orders/${order.id}/v` };
  await tools.transact((stores) => stores.orders.putMaterial(order.id, voucher));
  const { version } = got(await operations['orders.read']({ id: order.id }, me));
  const input = {
    id: order.id,
    version,
    way: 'remittance' as const,
    payer: '示例建设工程有限公司',
    paidOn: '2026-11-23',
  };
  got(await operations['payments.remit'](input, fresh(me)));
}

async function tradeOf({ id }: OrderView): Promise<string> {
  const collections = await tools.transact((stores) => stores.collections.ofOrder(id));
  return collections.findLast(({ way }) => way === 'remittance')?.tradeNo ?? '';
}

const found = (tradeNo: string, other: Partial<FoundRemittance> = {}) => {
  serial += 1;
  const base = { tradeNo, reference: `BANK${serial}`, amount: 50_000, receivedOn: '2026-11-23', differs: false };
  return confirmRemittance(tools, { ...base, clerk: 'zhang', ...other });
};
const finance = (command: FinanceCommand) => actOnMoney(tools, { command, clerk: 'zhang' });
const stuckOf = async ({ id }: OrderView) =>
  (await tools.transact((stores) => stores.refunds.stuck())).filter(({ orderId }) => orderId === id);
const historyOf = ({ id }: OrderView) => tools.transact((stores) => stores.persons.historyOf(id));

describe('domain 3.5: finance finds the money', () => {
  test('the order is paid on the day on which it came in, once, and the books agree', async () => {
    const { order, me, tradeNo } = await announced();
    expect(await found(tradeNo)).toBe('settled');
    const view = await desk.payment(order, me);
    expect(view).toMatchObject({ payment: 'paid', paidBy: 'remittance', paidAt: '2026-11-23T04:00:00.000Z' });
    expect(view.invoices).toMatchObject([{ kind: 'blue', standing: 'asked' }]);
    expect((await desk.books()).wrong).toEqual([]);
  });

  test('who has confirmed what stands in the history, without the payer', async () => {
    const { order, tradeNo } = await announced();
    await found(tradeNo, { reference: 'BANK-77' });
    const entry = (await historyOf(order)).find(({ event }) => event === 'finance');
    expect(entry).toMatchObject({ by: 'staff', note: `remittance ${tradeNo} confirmed as BANK-77 by zhang` });
    expect(JSON.stringify(await historyOf(order))).not.toContain('示例建设');
  });

  test('the same entry of the bank twice is booked once', async () => {
    const { order, me, tradeNo } = await announced();
    const reference = 'BANK-TWICE';
    const outcomes = await Promise.all([found(tradeNo, { reference }), found(tradeNo, { reference })]);
    expect(outcomes.toSorted()).toEqual(['repeat', 'settled']);
    expect((await desk.payment(order, me)).refunds).toEqual([]);
  });

  test('a slip of the keyboard is asked about before anything is booked', async () => {
    const { order, me, tradeNo } = await announced();
    expect(await found(tradeNo, { amount: 5_000 })).toEqual({ asked: 50_000 });
    expect(await desk.payment(order, me)).toMatchObject({ payment: 'awaiting', transfer: { standing: 'handed-in' } });
  });

  test('another sum is owed back, waits for finance, and the order goes on waiting for its money', async () => {
    const { order, me, tradeNo } = await announced();
    expect(await found(tradeNo, { amount: 40_000, differs: true })).toBe('wrong-amount');
    await carryOutRefunds(tools);
    expect(await stuckOf(order)).toMatchObject([{ amount: 40_000, reason: 'wrong-amount' }]);
    expect((await desk.payment(order, me)).payment).toBe('awaiting');
    await announce(order, me);
    expect(await found(await tradeOf(order))).toBe('settled');
    expect((await desk.books()).wrong).toEqual([]);
  });

  test('paid by QR meanwhile: the remittance is a second payment and is owed back', async () => {
    const { order, me, tradeNo } = await announced();
    const fact = alipay.pay(await desk.open(order, me));
    await settle(tools, { holder: 'alipay', fact, foundBy: 'callback' });
    expect(await found(tradeNo)).toBe('second');
  });

  test('after the order was cancelled it is late', async () => {
    const { order, me, tradeNo } = await announced();
    const { version } = got(await operations['orders.read']({ id: order.id }, me));
    got(await operations['orders.cancel']({ id: order.id, version }, fresh(me)));
    expect(await found(tradeNo)).toBe('late');
  });

  test('a day that is yet to come, and what is no remittance, are refused', async () => {
    const { order, me, tradeNo } = await announced();
    expect(await found(tradeNo, { receivedOn: '2099-01-01' })).toBe('not-yet');
    expect(await found(await desk.open(order, me))).toBe('no-remittance');
    expect(await found('CB00000000001P01')).toBe('no-remittance');
  });
});

describe('finance does not find it', () => {
  test('the applicant is told why, sees it, and announces it again under the same number', async () => {
    const { order, me, tradeNo } = await announced();
    const reason = '到账流水里没有这一笔';
    expect(await finance({ act: 'refuse', which: tradeNo, reason })).toMatchObject({ exitCode: 0 });
    expect((await desk.payment(order, me)).transfer).toMatchObject({ standing: 'not-found', reason });
    const told = (await outbox.messages()).filter(({ template }) => template === 'remittance-not-found');
    expect(told.map(({ kind, values }) => [kind, values['reason']])).toEqual([
      ['mail', reason],
      ['sms', undefined],
    ]);
    expect(await tools.transact((stores) => stores.remittances.waiting())).not.toContainEqual(
      expect.objectContaining({ orderNumber: order.number }),
    );
    await announce(order, me);
    expect((await desk.payment(order, me)).transfer).toMatchObject({ standing: 'handed-in' });
    expect(await found(tradeNo)).toBe('settled');
  });

  test('found after all, although it was refused', async () => {
    const { tradeNo } = await announced();
    await finance({ act: 'refuse', which: tradeNo, reason: '没有查到' });
    expect(await found(tradeNo)).toBe('settled');
  });

  test('once it is paid there is nothing to refuse', async () => {
    const { tradeNo } = await announced();
    await found(tradeNo);
    expect(await finance({ act: 'refuse', which: tradeNo, reason: '没有查到' })).toMatchObject({ exitCode: 1 });
  });
});

describe('what only finance can send back', () => {
  test('a remitted order that is cancelled: sent by hand, then done, once; the books agree', async () => {
    const { order, me, tradeNo } = await announced();
    await found(tradeNo);
    const { version } = got(await operations['orders.read']({ id: order.id }, me));
    got(await operations['orders.cancel']({ id: order.id, version }, fresh(me)));
    await carryOutRefunds(tools);
    const [refund] = await stuckOf(order);
    const which = refund?.refundNo ?? '';
    expect(await finance({ act: 'retry', which })).toMatchObject({ exitCode: 1 });
    expect((await finance({ act: 'refunds', json: false })).output).toContain(which);
    expect(await finance({ act: 'refund-done', which, reference: 'OUT-1' })).toMatchObject({ exitCode: 0 });
    expect(await finance({ act: 'refund-done', which, reference: 'OUT-1' })).toMatchObject({ exitCode: 1 });
    expect(await desk.payment(order, me)).toMatchObject({ payment: 'refunded', refunds: [{ standing: 'done' }] });
    expect((await desk.books()).wrong).toEqual([]);
  });

  test('a refund that a provider refused is tried again, and asked about first', async () => {
    const { order, me } = await desk.signed();
    const fact = alipay.pay(await desk.open(order, me));
    await settle(tools, { holder: 'alipay', fact, foundBy: 'callback' });
    alipay.state.refundAnswers = 'refused';
    const { version } = got(await operations['orders.read']({ id: order.id }, me));
    expect(codeOf(await operations['orders.cancel']({ id: order.id, version }, fresh(me)))).toBe('ok');
    await carryOutRefunds(tools);
    const [refund] = await stuckOf(order);
    const which = refund?.refundNo ?? '';
    alipay.state.refundAnswers = 'done';
    alipay.refunds.clear();
    expect(await finance({ act: 'retry', which })).toMatchObject({ exitCode: 0 });
    await carryOutRefunds(tools);
    expect(alipay.calls).toContain(`lookAtRefund ${which}`);
    expect((await desk.payment(order, me)).payment).toBe('refunded');
  });
});

describe('the lists', () => {
  test('remittances: number, order, sum, way, payer, days; as a table and as JSON', async () => {
    const { order, tradeNo } = await announced();
    const { output } = await finance({ act: 'remittances', json: false });
    expect(output).toMatch(
      new RegExp(`${tradeNo} +${order.number} +500.00 +银行汇款 bank +示例建设工程有限公司 +2026-11-23`),
    );
    const rows: unknown = JSON.parse((await finance({ act: 'remittances', json: true })).output);
    expect(rows).toContainEqual(expect.objectContaining({ trade: tradeNo, order: order.number, amount: '500.00' }));
  });

  test('invoices that wait, and a stuck one that is asked for again', async () => {
    const { order, tradeNo } = await announced();
    await found(tradeNo);
    expect((await finance({ act: 'invoices', json: false })).output).toMatch(new RegExp(`${order.number} +蓝字 blue`));
    const [invoice] = await tools.transact((stores) => stores.invoices.ofOrder(order.id));
    const which = invoice?.id ?? '';
    expect(await finance({ act: 'retry-invoice', which })).toMatchObject({ exitCode: 1 });
    await tools.transact((stores) =>
      invoice ? stores.invoices.change(invoice, { state: 'stuck' }) : Promise.resolve(undefined),
    );
    expect(await finance({ act: 'retry-invoice', which })).toMatchObject({ exitCode: 0 });
    expect(await tools.transact((stores) => stores.invoices.find(which))).toMatchObject({ state: 'asked' });
  });
});

describe('domain 3.5: an order whose remittance finance has yet to look for', () => {
  const store = retentionRecords(desk.db);
  const { transact, index, now } = tools;
  const job = lapseDrafts({ money: orderMoney(now), store, transact, index, now, log: tools.log });
  const running = new AbortController().signal;
  const untouched = ({ id }: OrderView) =>
    desk.db
      .updateTable('order')
      .set({ changed_at: new Date(now().getTime() - 91 * 86_400_000) })
      .where('id', '=', id)
      .execute();

  test('does not lapse before it has; then its money settles it', async () => {
    const { order, tradeNo } = await announced();
    await untouched(order);
    await job.run(running);
    expect(await found(tradeNo)).toBe('settled');
  });

  test('lapses when it was not found and nobody has come back', async () => {
    const { order, me, tradeNo } = await announced();
    await refuseRemittance(tools, { tradeNo, reason: '没有查到', clerk: 'zhang' });
    await untouched(order);
    await job.run(running);
    expect(got(await operations['orders.read']({ id: order.id }, me)).state).toBe('lapsed');
  });
});
