import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { actOnMoney } from '../cli/finance/act-on-money.ts';
import type { FinanceCommand } from '../cli/finance/read-finance-arguments.ts';
import { checkBooks } from '../ledger/check-books.ts';
import type { BillLine, PaidFact } from '../payments/payment-provider.ts';
import { settle } from '../payments/settle.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { reconcile } from './reconcile.ts';

const desk = await paymentDesk();
const { tools, alipay } = desk;
const job = reconcile(tools);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const running = new AbortController().signal;

beforeEach(async () => {
  desk.later(DAY);
  // Every day before has been read.
  await job.run(running);
});

function lineOf(fact: PaidFact, of: Partial<BillLine> = {}): BillLine {
  const { tradeNo, transactionId, amount, paidAt } = fact;
  return { kind: 'payment', tradeNo, transactionId, amount, fee: Math.round(amount * 0.006), at: paidAt, ...of };
}

/** The bill of the day that it is now, read the day after. */
async function billed(lines: readonly BillLine[]) {
  const day = chinaDate(desk.clock.now);
  for (const earlier of Array.from({ length: 14 }, (_, ago) =>
    chinaDate(new Date(desk.clock.now.getTime() - ago * DAY)),
  )) {
    if (!alipay.bills.has(earlier)) alipay.bills.set(earlier, []);
  }
  alipay.bills.set(day, lines);
  desk.later(DAY);
  await job.run(running);
  return tools.transact((stores) => stores.bills.open());
}

async function paidToday(of: Partial<PaidFact> = {}) {
  const { order, me } = await desk.signed();
  return { order, me, fact: alipay.pay(await desk.open(order, me), { paidAt: desk.clock.now, ...of }) };
}

describe('nightly reconciliation with the providers’ bills', () => {
  test('a day on which both say the same has no difference, and its fees are in the books', async () => {
    const { fact } = await paidToday();
    await settle(tools, { holder: 'alipay', fact, foundBy: 'callback' });
    const before = (await desk.books()).balances.fees;
    expect(await billed([lineOf(fact)])).toEqual([]);
    expect((await desk.books()).balances.fees - before).toBe(300);
    // Read once more, nothing is posted twice.
    await desk.db.deleteFrom('bill_day').execute();
    await job.run(running);
    expect((await desk.books()).balances.fees - before).toBe(300);
  });

  test('a payment that no callback and no poll has found settles its order', async () => {
    const { order, me, fact } = await paidToday();
    expect(await billed([lineOf(fact)])).toEqual([]);
    expect(await desk.payment(order, me)).toMatchObject({ payment: 'paid' });
  });

  test('another amount, a stranger’s trade and a missing one are named, and finance works them off', async () => {
    const known = await paidToday();
    await settle(tools, { holder: 'alipay', fact: known.fact, foundBy: 'callback' });
    const missing = await paidToday();
    await settle(tools, { holder: 'alipay', fact: missing.fact, foundBy: 'callback' });
    const stranger = { ...known.fact, tradeNo: 'OTHERTILL1', transactionId: 'stranger' };
    await billed([lineOf(known.fact, { amount: 49_000, fee: 0 }), lineOf(stranger, { fee: 0 })]);
    // Our own clock may be ahead of theirs: the day after decides what is missing there.
    const open = await billed([]);
    const named = open.map(({ what, reference, ours, theirs }) => ({ what, reference, ours, theirs }));
    expect(named).toHaveLength(3);
    expect(named).toEqual(
      expect.arrayContaining([
        { what: 'payment-amount', reference: known.fact.transactionId, ours: 50_000, theirs: 49_000 },
        { what: 'payment-missing-here', reference: 'stranger', ours: undefined, theirs: 50_000 },
        { what: 'payment-missing-there', reference: missing.fact.transactionId, ours: 50_000, theirs: undefined },
      ]),
    );
    const finance = (command: FinanceCommand) => actOnMoney(tools, { command, clerk: 'zhang' });
    const listed = await finance({ act: 'differences', json: false });
    for (const { reference } of named) expect(listed.output).toContain(reference);
    for (const { id } of open) {
      const settled = { act: 'settled', which: id, reason: '已向支付机构核实' } as const;
      expect((await finance(settled)).exitCode).toBe(0);
      expect((await finance(settled)).exitCode).toBe(1);
    }
    expect(await finance({ act: 'differences', json: true })).toMatchObject({ output: '[]\n' });
  });

  test('a bill that is not there yet, or a provider that is away, is asked again', async () => {
    const { order, me } = await paidToday();
    const today = chinaDate(desk.clock.now);
    alipay.bills.delete(today);
    desk.later(DAY);
    await job.run(running);
    alipay.state.away = true;
    await job.run(running);
    alipay.state.away = false;
    const paid = alipay.pay((await tools.transact((stores) => stores.collections.ofOrder(order.id)))[0]?.tradeNo ?? '');
    alipay.bills.set(today, [lineOf(paid)]);
    await job.run(running);
    expect((await desk.payment(order, me)).payment).toBe('paid');
  });

  test('a day without a bill, because there was no business, does not hide what is missing on the day before', async () => {
    const { fact } = await paidToday();
    await settle(tools, { holder: 'alipay', fact, foundBy: 'callback' });
    expect(await billed([])).toEqual([]);
    for (let days = 0; days < 4; days += 1) {
      desk.later(DAY);
      await job.run(running);
    }
    const open = await tools.transact((stores) => stores.bills.open());
    expect(open).toMatchObject([{ what: 'payment-missing-there', reference: fact.transactionId }]);
    for (const { id } of open) {
      await tools.transact((stores) => stores.bills.workOff(id, { by: 'finance', note: 'asked the provider' }));
    }
  });

  test('nobody is asked for a bill before ten in the morning, when the providers have made it', async () => {
    const day = chinaDate(desk.clock.now);
    const midnight = new Date(`${day}T00:00:00+08:00`).getTime() + DAY;
    const asked = () => alipay.calls.filter((call) => call === `bill ${day}`).length;
    desk.clock.now = new Date(midnight + 9.9 * HOUR);
    await job.run(running);
    expect(asked()).toBe(0);
    desk.clock.now = new Date(midnight + 10.1 * HOUR);
    await job.run(running);
    expect(asked()).toBe(1);
  });

  test('a bill that meets a fault of ours holds up no other', async () => {
    const { order, me, fact } = await paidToday();
    const today = chinaDate(desk.clock.now);
    const poisoned = {
      ...alipay.provider,
      async bill(day: string) {
        if (day < today) throw new Error('a fault of ours');
        return [lineOf(fact)];
      },
    };
    await desk.db.deleteFrom('bill_day').execute();
    desk.later(DAY);
    await reconcile({ ...tools, providers: { alipay: poisoned } }).run(running);
    expect((await desk.payment(order, me)).payment).toBe('paid');
  });
});

test('the books are checked every hour: an order that says something else is named', async () => {
  const { order } = await paidToday();
  const check = checkBooks(tools);
  expect(await check.run(running)).toEqual({ sum: 0, wrong: 0 });
  await desk.db.updateTable('order').set({ payment: 'paid' }).where('id', '=', order.id).execute();
  expect(await check.run(running)).toEqual({ sum: 0, wrong: 1 });
});
