import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkBooks } from '../ledger/check-books.ts';
import type { BillLine, PaidFact } from '../payments/payment-provider.ts';
import { settle } from '../payments/settle.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { reconcile } from './reconcile.ts';

const desk = await paymentDesk();
const { tools, alipay } = desk;
const job = reconcile(tools);
const DAY = 86_400_000;
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
    for (const { id } of open) {
      const worked = () =>
        tools.transact((stores) => stores.bills.workOff(id, { by: 'finance', note: 'asked the provider' }));
      expect(await worked()).toBe(true);
      expect(await worked()).toBe(false);
    }
    expect(await tools.transact((stores) => stores.bills.open())).toEqual([]);
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
});

test('the books are checked every hour: an order that says something else is named', async () => {
  const { order } = await paidToday();
  const check = checkBooks(tools);
  expect(await check.run(running)).toEqual({ sum: 0, wrong: 0 });
  await desk.db.updateTable('order').set({ payment: 'paid' }).where('id', '=', order.id).execute();
  expect(await check.run(running)).toEqual({ sum: 0, wrong: 1 });
});
