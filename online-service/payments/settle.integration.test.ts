import { describe, expect, test } from 'vitest';
import { codeOf, fresh, got } from '../testing/order-desk.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';
import { followCollections } from './follow-collections.ts';
import type { PaidFact } from './payment-provider.ts';
import { settle } from './settle.ts';

const desk = await paymentDesk();
const { tools, operations, alipay, wechat } = desk;
const MINUTE = 60_000;

const byCallback = (fact: PaidFact, holder: 'alipay' | 'wechat' = 'alipay') =>
  settle(tools, { holder, fact, foundBy: 'callback' });

describe('domain 3.1, 5: an order is paid once, by the sum that was confirmed', () => {
  test('a payment settles the order, which goes to review, and the payer is told', async () => {
    const { order, me } = await desk.signed();
    const trade = await desk.open(order, me);
    expect(await byCallback(alipay.pay(trade))).toBe('settled');
    const paid = got(await operations['orders.read']({ id: order.id }, me));
    expect(paid).toMatchObject({ state: 'accepted', payment: 'paid' });
    expect(paid.timeline.find(({ step }) => step === 'pay')).toMatchObject({ standing: 'done' });
    expect(await desk.payment(order, me)).toMatchObject({
      payment: 'paid',
      amount: 50_000,
      paidBy: 'alipay',
      codes: [],
    });
  });

  test('told ten times at once and in any order, it is settled once', async () => {
    const { order, me } = await desk.signed();
    const fact = alipay.pay(await desk.open(order, me));
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => byCallback(fact)));
    expect(outcomes.toSorted()).toEqual([...Array(9).fill('repeat'), 'settled']);
    expect(await desk.books()).toMatchObject({ wrong: [] });
  });

  test('poll and callback that find it at the same time settle it once', async () => {
    const { order, me } = await desk.signed();
    const fact = alipay.pay(await desk.open(order, me));
    desk.later(MINUTE);
    await Promise.all([byCallback(fact), followCollections(tools), byCallback(fact)]);
    expect((await desk.payment(order, me)).refunds).toEqual([]);
    expect(await desk.books()).toMatchObject({ wrong: [] });
  });

  test('the other QR is closed at its provider as soon as one is paid', async () => {
    const { order, me } = await desk.signed();
    const byAlipay = await desk.open(order, me);
    const byWechat = await desk.open(order, me, 'wechat');
    await byCallback(alipay.pay(byAlipay));
    await followCollections(tools);
    expect(wechat.calls).toContain(`close ${byWechat}`);
  });
});

describe('late, second and wrong payments go back by themselves', () => {
  test('both QRs paid: the second payment is owed back, and comes back', async () => {
    const { order, me } = await desk.signed();
    const byAlipay = await desk.open(order, me);
    const byWechat = await desk.open(order, me, 'wechat');
    await byCallback(alipay.pay(byAlipay));
    expect(await byCallback(wechat.pay(byWechat), 'wechat')).toBe('second');
    expect((await desk.payment(order, me)).refunds).toMatchObject([
      { reason: 'second', standing: 'owed', way: 'wechat' },
    ]);
    await carryOutRefunds(tools);
    expect((await desk.payment(order, me)).refunds).toMatchObject([{ standing: 'done', amount: 50_000 }]);
    expect(got(await operations['orders.read']({ id: order.id }, me)).payment).toBe('paid');
    expect(await desk.books()).toMatchObject({ wrong: [] });
  });

  test.each([
    ['a fen less', { amount: 49_999 }],
    ['a fen more', { amount: 50_001 }],
    ['another currency', { currency: 'USD' }],
  ])('%s is a wrong amount', async (_name, of) => {
    const { order, me } = await desk.signed();
    expect(await byCallback(alipay.pay(await desk.open(order, me), of))).toBe('wrong-amount');
    await carryOutRefunds(tools);
    const view = await desk.payment(order, me);
    expect(view).toMatchObject({ payment: 'awaiting', refunds: [{ reason: 'wrong-amount', standing: 'done' }] });
    // The order can still be paid, by a new QR.
    const again = await desk.open(order, me);
    expect(await byCallback(alipay.pay(again))).toBe('settled');
    expect(await desk.books()).toMatchObject({ wrong: [] });
  });

  test('paid after the order was cancelled: late', async () => {
    const { order, me } = await desk.signed();
    const trade = await desk.open(order, me);
    got(await operations['orders.cancel']({ id: order.id, version: order.version }, fresh(me)));
    expect(await byCallback(alipay.pay(trade))).toBe('late');
    await carryOutRefunds(tools);
    expect((await desk.payment(order, me)).refunds).toMatchObject([{ reason: 'late', standing: 'done' }]);
    expect(await desk.books()).toMatchObject({ wrong: [] });
  });

  test('paid while the form is open again: late, because the price may change', async () => {
    const { order, me } = await desk.signed();
    const trade = await desk.open(order, me);
    got(await operations['orders.edit']({ id: order.id, version: order.version }, fresh(me)));
    expect(await byCallback(alipay.pay(trade))).toBe('late');
  });

  test('money that no collection asked for is kept for finance, and not sent anywhere', async () => {
    const fact = { ...alipay.pay('CB000000000001P01'), amount: 123 };
    expect(await byCallback(fact)).toBe('unknown');
    expect(await byCallback(fact)).toBe('repeat');
    await carryOutRefunds(tools);
    expect(alipay.refunds.size).toBe(
      [...alipay.refunds.keys()].filter((name) => !name.includes('000000000001')).length,
    );
  });
});

describe('domain 3.8: cancelling after payment means a refund', () => {
  test('the whole sum goes back the way it came, once', async () => {
    const { order, me } = await desk.signed();
    await byCallback(alipay.pay(await desk.open(order, me)));
    const paid = got(await operations['orders.read']({ id: order.id }, me));
    const cancelled = got(await operations['orders.cancel']({ id: order.id, version: paid.version }, fresh(me)));
    expect(cancelled).toMatchObject({ state: 'cancelled', payment: 'refunding' });
    await Promise.all([carryOutRefunds(tools), carryOutRefunds(tools)]);
    expect(await desk.payment(order, me)).toMatchObject({
      payment: 'refunded',
      refunds: [{ reason: 'cancelled', standing: 'done', amount: 50_000 }],
    });
    expect(await desk.books()).toMatchObject({ wrong: [] });
  });

  test('a provider that is away is asked again, by the same number', async () => {
    const { order, me } = await desk.signed();
    await byCallback(wechat.pay(await desk.open(order, me, 'wechat'), {}), 'wechat');
    const paid = got(await operations['orders.read']({ id: order.id }, me));
    got(await operations['orders.cancel']({ id: order.id, version: paid.version }, fresh(me)));
    wechat.state.away = true;
    await carryOutRefunds(tools);
    expect((await desk.payment(order, me)).payment).toBe('refunding');
    wechat.state.away = false;
    desk.later(2 * MINUTE);
    await carryOutRefunds(tools);
    expect((await desk.payment(order, me)).payment).toBe('refunded');
    const asked = wechat.calls.filter((call) => call.startsWith('refund '));
    expect(new Set(asked).size).toBe(new Set([...wechat.refunds.keys()]).size);
  });

  test('a refund that the provider refuses stands where finance sees it', async () => {
    const { order, me } = await desk.signed();
    await byCallback(alipay.pay(await desk.open(order, me)));
    const paid = got(await operations['orders.read']({ id: order.id }, me));
    got(await operations['orders.cancel']({ id: order.id, version: paid.version }, fresh(me)));
    alipay.state.refundAnswers = 'refused';
    await carryOutRefunds(tools);
    alipay.state.refundAnswers = 'done';
    const stuck = await tools.transact((stores) => stores.refunds.stuck());
    expect(stuck.map(({ orderId }) => orderId)).toEqual([order.id]);
    expect((await desk.payment(order, me)).payment).toBe('refunding');
  });
});

describe('what was paid cannot be topped up', () => {
  test('after payment a return may be corrected, at the same price or below', async () => {
    const { order, me } = await desk.signed();
    await byCallback(alipay.pay(await desk.open(order, me)));
    const { version } = got(await operations['orders.read']({ id: order.id }, me));
    await desk.db.updateTable('order').set({ state: 'returned' }).where('id', '=', order.id).execute();
    const open = got(await operations['orders.edit']({ id: order.id, version }, fresh(me)));
    const dearer = { 'product.seal': 'company-and-legal-representative' };
    const saved = got(
      await operations['orders.save']({ id: order.id, version: open.version, fields: dearer }, fresh(me)),
    );
    await desk.pass(saved);
    const form = { id: order.id, version: saved.version, captcha: await desk.captcha(), agreements: [] };
    const input = { ...form, agreements: [...saved.agreements] };
    expect(await operations['orders.fillIn'](input, fresh(me))).toMatchObject({
      error: { code: 'PRICE_ABOVE_PAID', values: { paid: '500.00', total: '600.00' } },
    });
    const back = got(
      await operations['orders.save'](
        { id: order.id, version: saved.version, fields: { 'product.seal': 'company' } },
        fresh(me),
      ),
    );
    expect(await desk.signAgain(back, me)).toMatchObject({ state: 'accepted', payment: 'paid' });
  });
});

describe('a QR', () => {
  test('asked for twice, by two tabs, it is the same', async () => {
    const { order, me } = await desk.signed();
    const [one, two] = await Promise.all([
      operations['payments.open']({ id: order.id, way: 'alipay' }, fresh(me)),
      operations['payments.open']({ id: order.id, way: 'alipay' }, fresh(me)),
    ]);
    expect(got(one).codes).toEqual(got(two).codes);
    expect(await tools.transact((stores) => stores.collections.ofOrder(order.id))).toHaveLength(1);
  });

  test('over: the old one is closed at the provider before a new one opens', async () => {
    const { order, me } = await desk.signed();
    const first = await desk.open(order, me);
    desk.later(20 * MINUTE);
    expect((await desk.payment(order, me)).codes).toMatchObject([{ standing: 'over' }]);
    const second = await desk.open(order, me);
    expect(second).not.toBe(first);
    const order2 = alipay.calls.filter((call) => call.endsWith(first) || call.endsWith(second));
    expect(order2).toEqual([`open ${first}`, `close ${first}`, `open ${second}`]);
    expect((await desk.payment(order, me)).codes).toMatchObject([{ way: 'alipay', standing: 'open' }]);
  });

  test('over, and paid at the last moment: the order is paid, and no second QR opens', async () => {
    const { order, me } = await desk.signed();
    const first = await desk.open(order, me);
    alipay.pay(first);
    desk.later(20 * MINUTE);
    expect(got(await operations['payments.open']({ id: order.id, way: 'alipay' }, fresh(me)))).toMatchObject({
      payment: 'paid',
      codes: [],
    });
  });

  test('a provider that is away is named, and a repetition opens the same trade', async () => {
    const { order, me } = await desk.signed();
    alipay.state.away = true;
    const request = fresh(me);
    expect(codeOf(await operations['payments.open']({ id: order.id, way: 'alipay' }, request))).toBe(
      'PAYMENT_PROVIDER_AWAY',
    );
    alipay.state.away = false;
    expect(got(await operations['payments.open']({ id: order.id, way: 'alipay' }, request)).codes).toHaveLength(1);
    expect(await tools.transact((stores) => stores.collections.ofOrder(order.id))).toHaveLength(1);
  });

  test('paid by one provider while the other one is away: who asks is told that it is paid', async () => {
    const { order, me } = await desk.signed();
    await desk.open(order, me);
    wechat.pay(await desk.open(order, me, 'wechat'));
    alipay.state.away = true;
    const checked = await operations['payments.check']({ id: order.id }, me);
    alipay.state.away = false;
    expect(got(checked)).toMatchObject({ payment: 'paid', paidBy: 'wechat' });
  });

  test('an order that asks for no money has none', async () => {
    const { order, me } = await desk.signed();
    got(await operations['orders.cancel']({ id: order.id, version: order.version }, fresh(me)));
    expect(codeOf(await operations['payments.open']({ id: order.id, way: 'alipay' }, fresh(me)))).toBe(
      'PAYMENT_NOT_ASKED',
    );
  });

  test("somebody else's order is unknown", async () => {
    const { order } = await desk.signed();
    const { me: stranger } = await desk.signed();
    expect(codeOf(await operations['payments.open']({ id: order.id, way: 'alipay' }, fresh(stranger)))).toBe(
      'ORDER_UNKNOWN',
    );
    expect(codeOf(await operations['payments.read']({ id: order.id }, stranger))).toBe('ORDER_UNKNOWN');
    expect(codeOf(await operations['payments.check']({ id: order.id }, stranger))).toBe('ORDER_UNKNOWN');
  });
});

describe('the books', () => {
  test('sum to nothing, whatever was paid, paid twice, and paid back', async () => {
    const { balances, wrong } = await desk.books();
    expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
    expect(wrong).toEqual([]);
  });

  test('the database refuses a posting that does not balance, and a change of an entry', async () => {
    const entries = [
      { account: 'customer', amount: -1 },
      { account: 'alipay', amount: 2 },
    ] as const;
    await expect(
      tools.transact((stores) => stores.ledger.post({ name: 'wrong', entries, orderId: undefined })),
    ).rejects.toThrow('does not balance');
    await expect(desk.db.deleteFrom('ledger_entry').execute()).rejects.toThrow('never changed');
  });
});
