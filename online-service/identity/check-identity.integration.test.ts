import { beforeEach, describe, expect, test } from 'vitest';
import { codeOf, fresh, got } from '../testing/order-desk.ts';
import { identityDesk, TRANSFER_FIELDS } from './testing/identity-desk.ts';
import { Outside } from './testing/outside.ts';

const outside = new Outside();
const desk = await identityDesk(outside.providers);
const { operations, begun, check } = desk;

const DAY_MS = 86_400_000;
const CARD_FIELDS = {
  'unitCheck.way': 'legal-representative-card',
  'unitCheck.cardNumber': '6216261000000000018',
  'unitCheck.cardMobile': '13900139000',
};

// Each test is another day, so that the limits do not add up.
beforeEach(() => {
  desk.pass(DAY_MS);
  outside.weather = 'fine';
  outside.answer = 'default';
  outside.standing = 'under-way';
  outside.meanwhile = async () => undefined;
  outside.carriedOut.clear();
  outside.calls = 0;
});

describe('domain 3.1: what is asked, of whom', () => {
  test('a unit by its legal representative’s phone: three elements', async () => {
    const { order, me } = await begun();
    const checked = got(await check(order, 'unit', fresh(me)));
    expect([...outside.carriedOut.values()]).toEqual([
      {
        question: {
          way: 'phone',
          elements: {
            name: '王示例',
            idKind: 'resident-id',
            idNumber: order.fields['legal.idNumber'],
            mobile: '13800138001',
          },
        },
        answer: 'passed',
      },
    ]);
    expect(checked.checks).toEqual([
      {
        party: 'unit',
        way: 'phone',
        standing: 'passed',
        at: desk.clock.now.toISOString(),
        about: '王*例 138****8001',
        triesLeft: 5,
      },
    ]);
  });

  test('an operator by a bank card: four elements, with the phone that the bank has', async () => {
    const card = { 'operatorCheck.cardNumber': '6216 2610 0000 0000 018', 'operatorCheck.cardMobile': '13900139000' };
    const { order, me } = await begun({ 'operatorCheck.way': 'bank-card', ...card });
    const checked = got(await check(order, 'operator', fresh(me)));
    expect([...outside.carriedOut.values()][0]?.question).toEqual({
      way: 'bank-card',
      elements: {
        name: '李示例',
        idKind: 'resident-id',
        idNumber: order.fields['operator.idNumber'],
        cardNumber: '6216261000000000018',
        mobile: '13900139000',
      },
    });
    expect(checked.checks[0]).toMatchObject({ way: 'bank-card', about: '李*例 **** 0018', standing: 'passed' });
  });

  test('a unit by one fen to its account, its own name as the account’s', async () => {
    const { order, me } = await begun(TRANSFER_FIELDS);
    const checked = got(await check(order, 'unit', fresh(me)));
    expect([...outside.carriedOut.values()][0]?.question).toEqual({
      way: 'account-transfer',
      elements: {
        name: '示例建设工程有限公司',
        account: '6222020012345678',
        bank: '中国工商银行',
        province: '410000',
        city: '411400',
        remark: expect.stringMatching(/^\d{6}$/),
      },
    });
    expect(checked.checks[0]).toMatchObject({
      way: 'account-transfer',
      standing: 'sent',
      about: '中国工商银行 ****5678',
    });
  });

  test('a bank that is not in the list goes by the name that was typed', async () => {
    const { order, me } = await begun({
      ...TRANSFER_FIELDS,
      'unitCheck.bank': 'other',
      'unitCheck.bankName': '示例农村商业银行',
    });
    got(await check(order, 'unit', fresh(me)));
    expect([...outside.carriedOut.values()][0]?.question.elements).toMatchObject({ bank: '示例农村商业银行' });
  });

  test('what stands in the way is named, field by field, and nobody is asked', async () => {
    const { order, me } = await begun({ 'legal.mobile': '1380013', 'operator.mobile': '1', 'unit.creditCode': 'x' });
    expect(await check(order, 'unit', fresh(me))).toMatchObject({
      error: {
        code: 'FORM_INVALID',
        issues: [{ path: 'unit.creditCode' }, { path: 'legal.mobile', rule: 'mobile-length' }],
      },
    });
    expect(outside.calls).toBe(0);
  });

  test('a personal order has no unit to be checked', async () => {
    const { order, me } = await begun({}, { business: 'new-person' });
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('ORDER_STEP_NOT_ALLOWED');
  });

  test('checks end with the form', async () => {
    const { order, me } = await begun();
    got(await check(order, 'unit', fresh(me)));
    const both = got(await check(await desk.read(order, me), 'operator', fresh(me)));
    const filled = await desk.fillIn(both, me);
    expect(codeOf(await check(filled, 'unit', fresh(me)))).toBe('ORDER_STEP_NOT_ALLOWED');
  });

  test('another’s order is not there', async () => {
    const [{ order }, { me: stranger }] = [await begun(), await begun()];
    expect(codeOf(await check(order, 'unit', fresh(stranger)))).toBe('ORDER_UNKNOWN');
    expect(outside.calls).toBe(0);
  });
});

describe('what was found out is kept', () => {
  test('what has passed, or is on its way, is not asked again', async () => {
    const { order, me } = await begun(TRANSFER_FIELDS);
    const sent = got(await check(order, 'unit', fresh(me)));
    const passed = got(await check(sent, 'operator', fresh(me)));
    got(await check(passed, 'operator', fresh(me)));
    got(await check(passed, 'unit', fresh(me)));
    expect(outside.calls).toBe(2);
    expect(outside.fens).toHaveLength(1);
  });

  test('the spelling that was checked is the one that stays: it still counts when the form is filled in', async () => {
    const { order, me } = await begun({ 'operator.mobile': '138-0013-8000', 'legal.name': '王 示例' });
    const unit = got(await check(order, 'unit', fresh(me)));
    const both = got(await check(unit, 'operator', fresh(me)));
    expect(both.fields).toMatchObject({ 'operator.mobile': '13800138000', 'legal.name': '王示例' });
    const filled = await desk.fillIn(both, me);
    expect(filled.checks.map(({ standing }) => standing)).toEqual(['passed', 'passed']);
  });

  test('a bank’s name that was typed for another choice does not unsettle the check', async () => {
    const { order, me } = await begun({ ...TRANSFER_FIELDS, 'unitCheck.bankName': '示例农村商业银行' });
    const sent = got(await check(order, 'unit', fresh(me)));
    expect(sent.checks[0]?.standing).toBe('sent');
  });

  test.each([
    ['by phone', {}],
    ['by card', CARD_FIELDS],
    ['by one fen', TRANSFER_FIELDS],
  ])('a unit checked %s, another credit code: another unit, to be checked anew', async (_way, fields) => {
    const { order, me } = await begun(fields);
    const checked = got(await check(order, 'unit', fresh(me)));
    const other = { id: order.id, version: checked.version, fields: { 'unit.creditCode': '91110105MA01C2B34T' } };
    const saved = got(await operations['orders.save'](other, fresh(me)));
    expect(saved.checks[0]?.standing).toBe('outdated');
  });

  test('an answer to what the form no longer says is not taken for one to what it says now', async () => {
    const { order, me } = await begun();
    outside.meanwhile = () =>
      operations['orders.save']({ id: order.id, version: 0, fields: { 'legal.mobile': '13900139009' } }, fresh(me));
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('ORDER_CHANGED');
    expect((await desk.read(order, me)).checks[0]?.standing).toBe('outdated');
  });

  test('only masked data are in what is kept in the open', async () => {
    const { order, me } = await begun();
    got(await check(order, 'unit', fresh(me)));
    outside.answer = 'differs';
    await check(await desk.read(order, me), 'operator', fresh(me));
    const rows = await Promise.all(
      (['identity_fact', 'identity_attempt', 'order_event', 'rate_limit'] as const).map((table) =>
        desk.db.selectFrom(table).selectAll().execute(),
      ),
    );
    const text = JSON.stringify(rows);
    expect(text).toContain('138****8001');
    expect(text).not.toMatch(/13800138001|王示例|李示例/);
    expect(text).not.toContain(order.fields['legal.idNumber']);
  });
});

describe('wrong data: five tries a day', () => {
  const wrong = async () => {
    outside.answer = 'differs';
    return begun();
  };

  test('each says how many are left, then none is taken any more that day', async () => {
    const { order, me } = await wrong();
    for (const left of [4, 3, 2, 1, 0]) {
      expect(await check(order, 'unit', fresh(me))).toMatchObject({
        error: { code: 'IDENTITY_DIFFERS', values: { triesLeft: left } },
      });
    }
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('IDENTITY_TRIES_OVER');
    expect(outside.calls).toBe(5);
    desk.pass(DAY_MS);
    outside.answer = 'default';
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('ok');
  });

  test('a wrong try changes nothing of the order: the form goes on with the version that it has', async () => {
    const { order, me } = await wrong();
    await check(order, 'unit', fresh(me));
    const after = await desk.read(order, me);
    expect(after.version).toBe(order.version);
    expect(after.checks[0]).toMatchObject({ standing: 'failed', triesLeft: 4 });
  });

  test('one person’s data cannot be tried by order after order', async () => {
    const idNumber = (await begun()).order.fields['legal.idNumber'] ?? '';
    outside.answer = 'differs';
    const codes: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { order, me } = await begun({ 'legal.idNumber': idNumber, 'legal.mobile': `1380013800${count}` });
      codes.push(codeOf(await check(order, 'unit', fresh(me))));
    }
    expect(codes).toEqual([...Array(5).fill('IDENTITY_DIFFERS'), 'IDENTITY_TRIES_OVER']);
  });

  test('nor by orders at the same moment', async () => {
    const idNumber = (await begun()).order.fields['legal.idNumber'] ?? '';
    outside.answer = 'differs';
    const orders = await Promise.all(Array.from({ length: 8 }, () => begun({ 'legal.idNumber': idNumber })));
    const codes = await Promise.all(orders.map(async ({ order, me }) => codeOf(await check(order, 'unit', fresh(me)))));
    expect(codes.filter((code) => code === 'IDENTITY_DIFFERS')).toHaveLength(5);
    expect(outside.calls).toBe(5);
  });

  test('another way stays open: the unit’s account when the phone is used up', async () => {
    const { order, me } = await wrong();
    for (let count = 0; count < 5; count += 1) await check(order, 'unit', fresh(me));
    outside.answer = 'default';
    const input = { id: order.id, version: order.version, fields: TRANSFER_FIELDS };
    const saved = got(await operations['orders.save'](input, fresh(me)));
    expect(codeOf(await check(saved, 'unit', fresh(me)))).toBe('ok');
  });

  test('no account gets more than five fens a day, whoever asks', async () => {
    const codes: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { order, me } = await begun(TRANSFER_FIELDS);
      codes.push(codeOf(await check(order, 'unit', fresh(me))));
    }
    expect(codes).toEqual([...Array(5).fill('ok'), 'IDENTITY_TRIES_OVER']);
    expect(outside.fens).toHaveLength(5);
  });

  test('a bank that refuses at once is told so, and it counts', async () => {
    const { order, me } = await begun(TRANSFER_FIELDS);
    outside.answer = 'refused';
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('TRANSFER_REFUSED');
    expect((await desk.read(order, me)).checks[0]).toMatchObject({ standing: 'failed', triesLeft: 4 });
  });
});

describe('domain 3.8: one unfinished order for a business and an ID number', () => {
  test('the second one names the first, and goes on once that is cancelled', async () => {
    const { order: first, me } = await begun();
    got(await check(first, 'operator', fresh(me)));
    const { order: second, me: again } = await begun({ 'operator.idNumber': first.fields['operator.idNumber'] ?? '' });
    expect(await check(second, 'operator', fresh(again))).toMatchObject({
      error: { code: 'ORDER_UNFINISHED', values: { number: first.number } },
    });
    expect((await desk.read(second, again)).checks).toEqual([]);
    const { version } = await desk.read(first, me);
    got(await operations['orders.cancel']({ id: first.id, version }, fresh(me)));
    expect(codeOf(await check(second, 'operator', fresh(again)))).toBe('ok');
  });

  test('of several at the same moment one passes, and the others name it', async () => {
    const idNumber = (await begun()).order.fields['operator.idNumber'] ?? '';
    const orders = await Promise.all(Array.from({ length: 4 }, () => begun({ 'operator.idNumber': idNumber })));
    const results = await Promise.all(orders.map(({ order, me }) => check(order, 'operator', fresh(me))));
    const passed = results.find((result) => result.ok);
    const others = results.filter((result) => !result.ok);
    expect(others).toHaveLength(3);
    for (const other of others) {
      expect(other).toMatchObject({
        error: { code: 'ORDER_UNFINISHED', values: { number: passed?.ok && passed.value.number } },
      });
    }
  });

  test('who has passed finds the order by the ID number', async () => {
    const { order, me } = await begun();
    got(await check(order, 'operator', fresh(me)));
    const row = await desk.db.selectFrom('order').select('person').where('id', '=', order.id).executeTakeFirstOrThrow();
    const person = { kind: 'person' as const, person: row.person ?? '' };
    const mine = got(await operations['orders.read']({ id: order.id }, { ...me, session: person }));
    expect(mine.number).toBe(order.number);
  });
});
