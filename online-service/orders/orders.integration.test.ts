import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '../asked.ts';
import { CONSENT, codeOf, fresh, got, holderOf, orderDesk, PUBLIC } from '../testing/order-desk.ts';
import { UNIT_FIELDS } from '../testing/unit-fields.ts';

const desk = await orderDesk();
const { operations } = desk;

// Each test is another day's customer: the limits on one phone do not add up.
beforeEach(() => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
});

async function begun(fields = UNIT_FIELDS): Promise<{ order: OrderView; me: Asked }> {
  const input = { channelId: 'shangqiu-ggzy', business: 'new-unit' as const, fields };
  const { order, token } = got(await operations['orders.begin'](input, fresh(PUBLIC)));
  return { order, me: holderOf(order, token) };
}

async function filled(fields = UNIT_FIELDS) {
  const { order, me } = await begun(fields);
  await desk.pass(order);
  const { id, version } = order;
  const input = { id, version, captcha: await desk.captcha(), agreements: CONSENT };
  return { order: got(await operations['orders.fillIn'](input, fresh(me))), me };
}

async function submitted() {
  const { order, me } = await filled();
  const { id, digest = '' } = order;
  const confirmed = got(await operations['orders.confirm']({ id, version: order.version, digest }, fresh(me)));
  await desk.store(confirmed);
  return { order: got(await operations['orders.submit']({ id, version: confirmed.version }, fresh(me))), me };
}

async function signed() {
  const { order, me } = await submitted();
  const { id, version, digest = '' } = order;
  got(await operations['codes.send']({ id }, fresh(me)));
  const code = await desk.newestCode();
  return { order: got(await operations['orders.sign']({ id, version, digest, code }, fresh(me))), me };
}

describe('domain 3.1: the order from the form to the payment', () => {
  test('each step leads to the next, and the timeline says so', async () => {
    const { order } = await signed();
    expect(order).toMatchObject({ state: 'signed', payment: 'awaiting' });
    expect(order.timeline.map(({ step, standing }) => `${step} ${standing}`)).toEqual([
      'fill-in done',
      'confirm done',
      'materials done',
      'sign done',
      'pay now',
      'review to-come',
      'make to-come',
      'post to-come',
      'receive to-come',
    ]);
  });

  test('the price is computed by the service, line by line', async () => {
    const { order } = await begun();
    expect(order.price).toEqual({
      lines: [
        { what: 'certificate', count: 1, each: 30_000, amount: 30_000 },
        { what: 'key', count: 1, each: 10_000, amount: 10_000 },
        { what: 'seal', count: 1, each: 10_000, amount: 10_000 },
      ],
      total: 50_000,
    });
  });

  test('a choice that belongs to another product costs nothing', async () => {
    const channel = await desk.tools.channels.read('shangqiu-ggzy');
    const products = channel?.products.map((each) => ({ ...each, seals: [] }));
    const document = JSON.stringify({ ...channel, id: 'without-seals', products });
    await desk.db.insertInto('channel').values({ id: 'without-seals', position: 9, document }).execute();
    const input = { channelId: 'without-seals', business: 'new-unit' as const, fields: UNIT_FIELDS };
    const { order, token } = got(await operations['orders.begin'](input, fresh(PUBLIC)));
    await desk.pass(order);
    const { id, version } = order;
    const form = { id, version, captcha: await desk.captcha(), agreements: CONSENT };
    const { price } = got(await operations['orders.fillIn'](form, fresh(holderOf(order, token))));
    expect(price?.lines.map(({ what }) => what)).toEqual(['certificate', 'key']);
  });

  test.each([
    ['confirm', 'orders.confirm'],
    ['submit', 'orders.submit'],
    ['sign', 'orders.sign'],
  ] as const)('a step cannot be skipped: %s', async (_name, operation) => {
    const { order, me } = await begun();
    const input = { id: order.id, version: order.version, digest: 'a'.repeat(64), code: '123456' };
    expect(codeOf(await operations[operation](input, fresh(me)))).toBe('ORDER_STEP_NOT_ALLOWED');
  });

  test('a form with faults names each field and its reason, and stays as it was', async () => {
    const { order, me } = await begun({ ...UNIT_FIELDS, 'unit.creditCode': '91110000600037341M', 'legal.name': '' });
    await desk.pass(order);
    const input = { id: order.id, version: order.version, captcha: await desk.captcha(), agreements: CONSENT };
    expect(await operations['orders.fillIn'](input, fresh(me))).toMatchObject({
      ok: false,
      error: {
        code: 'FORM_INVALID',
        issues: [
          { path: 'unit.creditCode', rule: 'credit-code-check-character' },
          { path: 'legal.name', rule: 'missing' },
        ],
      },
    });
    const after = got(await operations['orders.read']({ id: order.id }, me));
    expect(after.fields['unit.creditCode']).toBe('91110000600037341M');
  });

  test('an identity that was not checked, or whose data were changed after the check, does not pass', async () => {
    const { order, me } = await begun();
    const { id } = order;
    const asked = async (version: number) => ({ id, version, captcha: await desk.captcha(), agreements: CONSENT });
    expect(codeOf(await operations['orders.fillIn'](await asked(0), fresh(me)))).toBe('IDENTITY_NOT_CHECKED');
    await desk.pass(order);
    const fields = { 'operator.mobile': '13900139000' };
    const saved = got(await operations['orders.save']({ id, version: 0, fields }, fresh(me)));
    expect(saved.checks.find(({ party }) => party === 'operator')?.standing).toBe('outdated');
    expect(codeOf(await operations['orders.fillIn'](await asked(saved.version), fresh(me)))).toBe(
      'IDENTITY_NOT_CHECKED',
    );
  });

  test('a captcha serves once', async () => {
    const { order, me } = await begun();
    const captcha = await desk.captcha();
    const input = { id: order.id, version: 0, captcha, agreements: CONSENT };
    expect(codeOf(await operations['orders.fillIn'](input, fresh(me)))).toBe('IDENTITY_NOT_CHECKED');
    expect(codeOf(await operations['orders.fillIn'](input, fresh(me)))).toBe('CAPTCHA_WRONG');
  });

  test('consent to an older text is no consent', async () => {
    const { order, me } = await begun();
    await desk.pass(order);
    const agreements = CONSENT.map((one) => ({ ...one, version: '2020-01-01' }));
    const input = { id: order.id, version: 0, captcha: await desk.captcha(), agreements };
    expect(codeOf(await operations['orders.fillIn'](input, fresh(me)))).toBe('AGREEMENT_OUTDATED');
  });
});

describe('what was signed is exactly what was shown', () => {
  test('another digest confirms and signs nothing', async () => {
    const { order, me } = await filled();
    const input = { id: order.id, version: order.version, digest: 'a'.repeat(64) };
    expect(codeOf(await operations['orders.confirm'](input, fresh(me)))).toBe('DIGEST_DIFFERS');
  });

  test('an edit voids confirmation and signature', async () => {
    const { order, me } = await signed();
    const edited = got(await operations['orders.edit']({ id: order.id, version: order.version }, fresh(me)));
    expect(edited).toMatchObject({ state: 'drafting', payment: 'not-asked' });
    expect(edited.digest).toBeUndefined();
    expect(edited.timeline.filter(({ standing }) => standing === 'done')).toEqual([]);
  });

  test('a signing code works once, and five wrong ones end it', async () => {
    const { order, me } = await submitted();
    const { id, version, digest = '' } = order;
    got(await operations['codes.send']({ id }, fresh(me)));
    const code = await desk.newestCode();
    const wrong = code === '000000' ? '000001' : '000000';
    for (const left of [4, 3, 2, 1]) {
      expect(await operations['orders.sign']({ id, version, digest, code: wrong }, fresh(me))).toMatchObject({
        error: { code: 'CODE_WRONG', values: { triesLeft: left } },
      });
    }
    expect(codeOf(await operations['orders.sign']({ id, version, digest, code: wrong }, fresh(me)))).toBe('CODE_OVER');
    expect(codeOf(await operations['orders.sign']({ id, version, digest, code }, fresh(me)))).toBe('CODE_OVER');
  });

  test('a code is sent again after a minute, and over after five', async () => {
    const { order, me } = await submitted();
    const { id, version, digest = '' } = order;
    got(await operations['codes.send']({ id }, fresh(me)));
    const code = await desk.newestCode();
    expect(codeOf(await operations['codes.send']({ id }, fresh(me)))).toBe('CODE_TOO_SOON');
    desk.clock.now = new Date(desk.clock.now.getTime() + 5 * 60_000);
    expect(codeOf(await operations['orders.sign']({ id, version, digest, code }, fresh(me)))).toBe('CODE_OVER');
    expect(codeOf(await operations['codes.send']({ id }, fresh(me)))).toBe('ok');
  });
});

describe('one request, one effect', () => {
  const input = { channelId: 'shangqiu-ggzy', business: 'new-unit' as const, fields: UNIT_FIELDS };

  test('a repetition has the first reply', async () => {
    const asked = fresh(PUBLIC);
    const first = await operations['orders.begin'](input, asked);
    const before = await desk.rows('order');
    expect(await operations['orders.begin'](input, asked)).toEqual(first);
    expect(await desk.rows('order')).toBe(before);
  });

  test('a double click at the same moment makes one order', async () => {
    const asked = fresh(PUBLIC);
    const before = await desk.rows('order');
    const replies = await Promise.all([1, 2, 3].map(() => operations['orders.begin'](input, asked)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await desk.rows('order')).toBe(before + 1);
  });

  test('the same key for something else is refused', async () => {
    const asked = fresh(PUBLIC);
    await operations['orders.begin'](input, asked);
    expect(codeOf(await operations['orders.begin']({ ...input, fields: {} }, asked))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('of two tabs that save at once one is told to look again', async () => {
    const { order, me } = await begun();
    const save = (name: string) =>
      operations['orders.save']({ id: order.id, version: 0, fields: { 'unit.name': name } }, fresh(me));
    const codes = (await Promise.all([save('示例甲有限公司'), save('示例乙有限公司')])).map(codeOf);
    expect(codes.sort()).toEqual(['ORDER_CHANGED', 'ok']);
  });
});

describe('whose order it is', () => {
  test('another order’s holder, and nobody, are told that there is no such order', async () => {
    const { order } = await begun();
    const { me: stranger } = await begun();
    const unknown = { id: crypto.randomUUID() };
    expect(codeOf(await operations['orders.read']({ id: order.id }, stranger))).toBe('ORDER_UNKNOWN');
    expect(codeOf(await operations['orders.read'](unknown, stranger))).toBe('ORDER_UNKNOWN');
    expect(codeOf(await operations['orders.cancel']({ id: order.id, version: 0 }, fresh(stranger)))).toBe(
      'ORDER_UNKNOWN',
    );
  });

  test('an order that names another operator is no longer found by the one who was checked', async () => {
    const { order, me } = await begun();
    const checked = await desk.tools.transact((stores) => stores.orders.find(order.id));
    if (!checked) throw new Error('no order');
    const audit = { event: 'check', by: 'service' } as const;
    await desk.tools.transact((stores) => stores.orders.change(checked, { person: 'somebody' }, audit));
    const fields = { 'operator.idNumber': '110105194912310039' };
    got(await operations['orders.save']({ id: order.id, version: 1, fields }, fresh(me)));
    expect(await desk.tools.transact((stores) => stores.orders.ofPerson('somebody'))).toEqual([]);
  });

  test('a price list that changes meanwhile does not change the order', async () => {
    const { order, me } = await begun();
    await desk.db
      .updateTable('channel')
      .set({ document: JSON.stringify({ ...(await desk.tools.channels.read('shangqiu-ggzy')), products: [] }) })
      .where('id', '=', 'paperless-unit')
      .execute();
    const fields = { 'product.seal': 'company-and-legal-representative' };
    const saved = got(await operations['orders.save']({ id: order.id, version: 0, fields }, fresh(me)));
    expect(saved.price?.total).toBe(60_000);
  });

  test('cancelling ends the order', async () => {
    const { order, me } = await signed();
    const cancelled = got(await operations['orders.cancel']({ id: order.id, version: order.version }, fresh(me)));
    expect(cancelled).toMatchObject({ state: 'cancelled', payment: 'closed', actions: [] });
    expect(codeOf(await operations['orders.edit']({ id: order.id, version: cancelled.version }, fresh(me)))).toBe(
      'ORDER_STEP_NOT_ALLOWED',
    );
  });
});
