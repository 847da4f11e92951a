import { fail } from '@certbridge/shared/contract/result.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { describe, expect, it, vi } from 'vitest';
import { TOKEN } from '../../../testing/fake-counter/fake-counter.ts';
import { moneyOf, payFake } from '../../../testing/fake-counter/fake-payments.ts';
import { PERSON_APPLICATION, UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter } from '../../order/testing/open-counter.ts';
import { createCashier } from './cashier.ts';
import { createRemittanceDesk } from './remittance-desk.ts';

const SIGHT = { seen: () => true, onChange: () => () => undefined };

async function atCashier(business: 'new-unit' | 'new-person' = 'new-unit') {
  const at = openCounter();
  const order = at.counter.begin(business, business === 'new-unit' ? UNIT_APPLICATION : PERSON_APPLICATION);
  Object.assign(order, { state: 'signed', payment: 'awaiting', digest: 'ab'.repeat(32) });
  const session = await at.open({ kind: 'order', order: at.counter.view(order), token: TOKEN });
  const cashier = createCashier(session, SIGHT);
  return { at, order, session, cashier };
}

async function begun(business: 'new-unit' | 'new-person' = 'new-unit') {
  const opened = await atCashier(business);
  const end = opened.cashier.begin();
  await opened.at.hand.pass(0);
  return { ...opened, end };
}

describe('who comes to pay', () => {
  it('finds a code for each way, good for as long as the service says', async () => {
    const { cashier } = await begun();
    expect(cashier.codes.alipay.value).toMatchObject({ kind: 'open', lifeSeconds: 900 });
    expect(cashier.codes.wechat.value).toMatchObject({ kind: 'open', lifeSeconds: 900 });
    expect(cashier.view.value).toMatchObject({ amount: 50_000, product: '单位证书（主锁）' });
  });

  it('finds one way away and the other good; tried again, it is there', async () => {
    const { at, cashier, session } = await atCashier();
    const { instead } = at.counter;
    instead['payments.open'] = (asked) => {
      if (asked.input['way'] === 'wechat') return fail('PAYMENT_PROVIDER_AWAY');
      const { 'payments.open': mine, ...rest } = instead;
      delete instead['payments.open'];
      const answered = at.counter.answer({ ...asked, onceKey: undefined });
      Object.assign(instead, rest, { 'payments.open': mine });
      return answered;
    };
    cashier.begin();
    await at.hand.pass(0);
    expect(cashier.codes.alipay.value).toMatchObject({ kind: 'open' });
    expect(cashier.codes.wechat.value).toMatchObject({ kind: 'away', error: { code: 'PAYMENT_PROVIDER_AWAY' } });
    delete instead['payments.open'];
    await cashier.renew('wechat');
    expect(cashier.codes.wechat.value).toMatchObject({ kind: 'open' });
    expect(session.page.value).toBe('pay');
  });

  it('sees a code end with its time, and has a new one by one press, while the other stays', async () => {
    const { at, order, cashier } = await begun();
    const before = cashier.codes.wechat.value;
    const money = moneyOf(order);
    money.codes = money.codes.map((code) =>
      code.way === 'alipay' ? { way: 'alipay', standing: 'over', expiresAt: code.expiresAt } : code,
    );
    await at.hand.pass(3_000);
    expect(cashier.codes.alipay.value).toEqual({ kind: 'over' });
    await cashier.renew('alipay');
    expect(cashier.codes.alipay.value).toMatchObject({ kind: 'open' });
    expect(cashier.codes.wechat.value).toBe(before);
  });

  it('sees it end at its moment also while nobody can ask the service', async () => {
    const { at, cashier } = await begun();
    at.counter.instead['payments.read'] = () => fail('SERVICE_NOT_READY');
    await at.hand.pass(899_000);
    expect(cashier.codes.alipay.value).toMatchObject({ kind: 'open' });
    await at.hand.pass(1_000);
    expect(cashier.codes.alipay.value).toEqual({ kind: 'over' });
  });

  it('an answer that was on its way before a code was renewed does not bring the old one back', async () => {
    const { at, cashier } = await begun();
    let late: (() => void) | undefined;
    const old = structuredClone(cashier.view.value);
    at.counter.instead['payments.read'] = async () => {
      await new Promise<void>((resolve) => (late = resolve));
      return {
        ok: true,
        value: { ...old, codes: [{ way: 'alipay', standing: 'over', expiresAt: '2025-11-21T02:00:00Z' }] },
      };
    };
    await at.hand.pass(3_000);
    await cashier.renew('alipay');
    late?.();
    await settled();
    expect(cashier.codes.alipay.value).toMatchObject({ kind: 'open' });
  });
});

describe('the counter turns over by itself', () => {
  it('when the order is paid, and asks no more', async () => {
    const { at, order, session } = await begun();
    payFake(order, '2025-11-21T02:40:00Z');
    await at.hand.pass(3_000);
    expect(session.page.value).toBe('paid');
    const asked = at.asked('payments.read').length;
    await at.hand.pass(60_000);
    expect(at.asked('payments.read').length).toBe(asked);
  });

  it('at once, seen or not, when the service says that the order has changed', async () => {
    const { at, order, session } = await atCashier();
    let say: (text: string) => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        say = (text) => controller.enqueue(new TextEncoder().encode(text));
      },
    });
    const listen = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    const end = createCashier({ ...session, listen }, { ...SIGHT, seen: () => false }).begin();
    await at.hand.pass(0);
    payFake(order, '2025-11-21T02:40:00Z');
    say(`event: version\ndata: {"version":${order.version}}\n\n`);
    await vi.waitFor(() => expect(session.page.value).toBe('paid'));
    end();
  });

  it('when the order went back to its form elsewhere', async () => {
    const { at, order, session } = await begun();
    Object.assign(order, { state: 'drafting', payment: 'not-asked', version: order.version + 1 });
    await at.hand.pass(3_000);
    expect(session.page.value).not.toBe('pay');
  });

  it('not while the line is down: it says nothing as long as what is to be paid is known', async () => {
    const { at, order, session, cashier } = await begun();
    at.counter.instead['payments.read'] = () => fail('SERVICE_NOT_READY');
    await at.hand.pass(9_000);
    expect(cashier.view.value).toBeDefined();
    delete at.counter.instead['payments.read'];
    payFake(order, '2025-11-21T02:40:00Z');
    await at.hand.pass(3_000);
    expect(session.page.value).toBe('paid');
  });

  it('a session that is over is not asked with any longer', async () => {
    const { at, cashier } = await begun();
    at.counter.instead['payments.read'] = () => fail('SESSION_OVER');
    await at.hand.pass(3_000);
    expect(cashier.trouble.value).toMatchObject({ code: 'SESSION_OVER' });
    const asked = at.asked('payments.read').length;
    await at.hand.pass(60_000);
    expect(at.asked('payments.read').length).toBe(asked);
  });

  it('left, it leaves nothing behind', async () => {
    const { at, end } = await begun();
    end();
    await settled();
    expect(at.hand.alarms).toBe(0);
  });
});

describe('who says that it is paid', () => {
  it('hears that nothing has come yet', async () => {
    const { cashier } = await begun();
    await cashier.check();
    expect(cashier.answer.value).toBe('not-yet');
  });

  it('hears that nobody could be asked', async () => {
    const { at, cashier } = await begun();
    at.counter.instead['payments.check'] = () => fail('PAYMENT_PROVIDER_AWAY');
    await cashier.check();
    expect(cashier.answer.value).toMatchObject({ code: 'PAYMENT_PROVIDER_AWAY' });
  });

  it('is right: at once', async () => {
    const { at, order, session, cashier } = await begun();
    payFake(order, '2025-11-21T02:40:00Z');
    await cashier.check();
    await at.hand.pass(0);
    expect(cashier.answer.value).toBeUndefined();
    expect(session.page.value).toBe('paid');
  });
});

describe('who remits', () => {
  it('hands in who has paid and when; without it nothing is sent', async () => {
    const { at, order, session, cashier } = await begun('new-person');
    const desk = createRemittanceDesk(session, cashier);
    desk.form.fields.payer.edit(' ');
    desk.form.fields.paidOn.edit('2025-11-22');
    await desk.handIn();
    expect([desk.form.fields.payer.error.value, desk.form.fields.paidOn.error.value]).toEqual([
      'noPayer',
      'dateToCome',
    ]);
    expect(at.asked('payments.remit')).toEqual([]);
    desk.form.fields.payer.edit('示例街道办事处');
    desk.form.fields.paidOn.edit('2025-11-21');
    desk.form.fields.way.edit('treasury');
    await desk.handIn();
    expect(at.asked('payments.remit')).toEqual([
      { id: order.id, version: order.version, way: 'treasury', payer: '示例街道办事处', paidOn: '2025-11-21' },
    ]);
    expect(cashier.view.value?.transfer).toMatchObject({ standing: 'handed-in' });
  });

  it('hears that finance has not found it, and hands it in once more', async () => {
    const { at, order, session, cashier } = await begun('new-person');
    const desk = createRemittanceDesk(session, cashier);
    moneyOf(order).transfer = {
      way: 'remittance',
      standing: 'not-found',
      handedInAt: '2025-11-21T02:00:00Z',
      reason: '金额不符',
    };
    await at.hand.pass(3_000);
    expect(cashier.view.value?.transfer).toMatchObject({ standing: 'not-found', reason: '金额不符' });
    await desk.handIn();
    expect(cashier.view.value?.transfer).toMatchObject({ standing: 'handed-in' });
  });
});
