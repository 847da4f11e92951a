import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '../asked.ts';
import { codeOf, fresh, got } from '../testing/order-desk.ts';
import { followTransfers } from './follow-transfers.ts';
import { HOSTED, HOSTED_FIELDS, identityDesk, TRANSFER_FIELDS } from './testing/identity-desk.ts';
import { Outside } from './testing/outside.ts';

const outside = new Outside();
const desk = await identityDesk(outside.providers);
const { operations, begun, check } = desk;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

beforeEach(() => {
  desk.pass(8 * DAY_MS);
  outside.weather = 'fine';
  outside.answer = 'default';
  outside.standing = 'under-way';
  outside.carriedOut.clear();
  outside.calls = 0;
});

async function checkedBoth(order: OrderView, me: Asked): Promise<OrderView> {
  const unit = got(await check(order, 'unit', fresh(me)));
  return got(await check(unit, 'operator', fresh(me)));
}

async function filledByTransfer() {
  const { order, me } = await begun(TRANSFER_FIELDS);
  return { order: await desk.fillIn(await checkedBoth(order, me), me), me };
}

const authorise = ({ id, version }: OrderView, code: string, me: Asked) =>
  operations['identity.authorise']({ id, version, code }, fresh(me));
const sendAgain = ({ id, version }: OrderView, me: Asked) =>
  operations['identity.sendAuthorisation']({ id, version }, fresh(me));
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

describe('the remark of the fen proves the unit', () => {
  test('its six digits authorise, once, and the transfer has passed', async () => {
    const { order, me } = await filledByTransfer();
    const [fen] = outside.fens;
    const done = got(await authorise(order, fen?.remark ?? '', me));
    expect(done).toMatchObject({ authorised: true, state: 'filled' });
    expect(done.checks.find(({ party }) => party === 'unit')?.standing).toBe('passed');
    const events = await desk.db.selectFrom('order_event').select('event').where('order_id', '=', order.id).execute();
    expect(events.map(({ event }) => event)).toContain('authorise');
  });

  test('they may be read three days later, and not after that', async () => {
    const { order, me } = await filledByTransfer();
    const code = outside.fens[0]?.remark ?? '';
    desk.pass(3 * DAY_MS - MINUTE_MS);
    expect(codeOf(await authorise(order, otherThan(code), me))).toBe('CODE_WRONG');
    desk.pass(2 * MINUTE_MS);
    expect(codeOf(await authorise(order, code, me))).toBe('CODE_OVER');
  });

  test('five wrong ones end it; another fen brings another code', async () => {
    const { order, me } = await filledByTransfer();
    const [first] = outside.fens;
    for (const code of ['CODE_WRONG', 'CODE_WRONG', 'CODE_WRONG', 'CODE_WRONG', 'CODE_OVER']) {
      expect(codeOf(await authorise(order, otherThan(first?.remark ?? ''), me))).toBe(code);
    }
    desk.pass(11 * MINUTE_MS);
    const sent = got(await sendAgain(order, me));
    expect(sent.to).toBe('中国工商银行 ****5678');
    const [, second] = outside.fens;
    expect(codeOf(await authorise(order, second?.remark ?? '', me))).toBe('ok');
  });

  test('a fen needs its time before the next', async () => {
    const { order, me } = await filledByTransfer();
    expect(await sendAgain(order, me)).toMatchObject({ error: { code: 'CODE_TOO_SOON', values: { seconds: 600 } } });
    expect(outside.fens).toHaveLength(1);
  });

  test('a repetition that the bank refuses leaves the first one its chance', async () => {
    const { order, me } = await filledByTransfer();
    const code = outside.fens[0]?.remark ?? '';
    desk.pass(11 * MINUTE_MS);
    outside.answer = 'refused';
    expect(codeOf(await sendAgain(order, me))).toBe('TRANSFER_REFUSED');
    expect(codeOf(await authorise(order, code, me))).toBe('ok');
  });

  test.each(['die-before', 'die-after', 'too-late'] as const)(
    'another fen, and %s: still only one more',
    async (weather) => {
      const { order, me } = await filledByTransfer();
      desk.pass(11 * MINUTE_MS);
      outside.weather = weather;
      await sendAgain(order, me).catch(() => undefined);
      outside.weather = 'fine';
      desk.pass(MINUTE_MS);
      got(await sendAgain(order, me));
      expect(outside.fens).toHaveLength(2);
      expect(codeOf(await authorise(order, outside.fens[1]?.remark ?? '', me))).toBe('ok');
    },
  );

  test('not before the form is filled in', async () => {
    const { order, me } = await begun(TRANSFER_FIELDS);
    const checked = await checkedBoth(order, me);
    expect(codeOf(await authorise(checked, outside.fens[0]?.remark ?? '', me))).toBe('ORDER_STEP_NOT_ALLOWED');
  });

  test('the code of one account does not prove another', async () => {
    const { order, me } = await filledByTransfer();
    const code = outside.fens[0]?.remark ?? '';
    const open = got(await operations['orders.edit']({ id: order.id, version: order.version }, fresh(me)));
    const fields = { 'unitCheck.accountNumber': '6222020099998888' };
    const saved = got(await operations['orders.save']({ id: order.id, version: open.version, fields }, fresh(me)));
    const filled = await desk.fillIn(got(await check(saved, 'unit', fresh(me))), me);
    expect(codeOf(await authorise(filled, code, me))).toBe('CODE_WRONG');
  });

  test('an authorisation ends when another account is checked', async () => {
    const { order, me } = await filledByTransfer();
    const done = got(await authorise(order, outside.fens[0]?.remark ?? '', me));
    const open = got(await operations['orders.edit']({ id: order.id, version: done.version }, fresh(me)));
    expect(open.authorised).toBe(true);
    const fields = { 'unitCheck.accountNumber': '6222020099998888' };
    const saved = got(await operations['orders.save']({ id: order.id, version: open.version, fields }, fresh(me)));
    expect(got(await check(saved, 'unit', fresh(me))).authorised).toBe(false);
  });
});

describe('the fen comes back', () => {
  test('the job finds it, and the order says so and gets another version', async () => {
    const { order, me } = await filledByTransfer();
    expect(await followTransfers(desk.tools)).toBe(0);
    outside.standing = 'returned';
    desk.pass(6 * MINUTE_MS);
    expect(await followTransfers(desk.tools)).toBe(1);
    const after = await desk.read(order, me);
    expect(after.checks.find(({ party }) => party === 'unit')?.standing).toBe('transfer-returned');
    expect(after.version).toBe(order.version + 1);
    expect(codeOf(await authorise(after, outside.fens[0]?.remark ?? '', me))).toBe('CODE_OVER');
    expect(await followTransfers(desk.tools)).toBe(0);
  });

  test('a check asks the bank first: it tells what came back, and only the next one sends again', async () => {
    const { order, me } = await begun(TRANSFER_FIELDS);
    const sent = got(await check(order, 'unit', fresh(me)));
    outside.standing = 'returned';
    expect(codeOf(await check(sent, 'unit', fresh(me)))).toBe('TRANSFER_RETURNED');
    const told = await desk.read(order, me);
    expect(told.checks[0]?.standing).toBe('transfer-returned');
    expect(outside.fens).toHaveLength(1);
    outside.standing = 'under-way';
    expect(got(await check(told, 'unit', fresh(me))).checks[0]?.standing).toBe('sent');
    expect(outside.fens).toHaveLength(2);
  });

  test('somebody who has not seen that it came back sends nothing by an old page', async () => {
    const { order, me } = await begun(TRANSFER_FIELDS);
    const sent = got(await check(order, 'unit', fresh(me)));
    outside.standing = 'returned';
    await followTransfers(desk.tools);
    expect(codeOf(await check(sent, 'unit', fresh(me)))).toBe('ORDER_CHANGED');
    expect(outside.fens).toHaveLength(1);
  });

  test('the bank is not asked after it as fast as somebody presses the button', async () => {
    const { order, me } = await begun(TRANSFER_FIELDS);
    const sent = got(await check(order, 'unit', fresh(me)));
    const codes: string[] = [];
    for (let press = 0; press < 12; press += 1) codes.push(codeOf(await check(sent, 'unit', fresh(me))));
    expect(codes).toEqual([...Array(10).fill('ok'), 'TRIES_TOO_FAST', 'TRIES_TOO_FAST']);
    desk.pass(MINUTE_MS);
    expect(codeOf(await check(sent, 'unit', fresh(me)))).toBe('ok');
  });

  test('a unit that has read the remark stays proved', async () => {
    const { order, me } = await filledByTransfer();
    const done = got(await authorise(order, outside.fens[0]?.remark ?? '', me));
    outside.standing = 'returned';
    expect(await followTransfers(desk.tools)).toBe(0);
    const after = await desk.read(order, me);
    expect([after.version, after.authorised]).toEqual([done.version, true]);
  });

  test('asked for another fen, the bank’s return is what is told', async () => {
    const { order, me } = await filledByTransfer();
    desk.pass(11 * MINUTE_MS);
    outside.standing = 'returned';
    expect(codeOf(await sendAgain(order, me))).toBe('TRANSFER_RETURNED');
    expect(outside.fens).toHaveLength(1);
  });

  test('a bank that is away changes nothing, and one that has credited is not asked again', async () => {
    const { order, me } = await filledByTransfer();
    outside.weather = 'away';
    expect(await followTransfers(desk.tools)).toBe(0);
    outside.weather = 'fine';
    outside.standing = 'credited';
    expect(await followTransfers(desk.tools)).toBe(0);
    outside.standing = 'returned';
    desk.pass(6 * MINUTE_MS);
    expect(await followTransfers(desk.tools)).toBe(0);
    expect((await desk.read(order, me)).version).toBe(order.version);
  });
});

describe('S3: six digits to the legal representative', () => {
  const messages = async (number: string) => {
    const rows = await desk.db.selectFrom('outbox').selectAll().orderBy('created_at').execute();
    const all = await Promise.all(
      rows.map(({ id, sealed }) => desk.tools.records.open({ table: 'outbox', id, purpose: 'message' }, sealed)),
    );
    return all
      .map((one) => one as { to: string; template: string; values: Record<string, string> })
      .filter(({ template, values }) => template === 'authorisation-code' && values['number'] === number);
  };

  test('by SMS to the phone that has passed, and its digits authorise', async () => {
    const { order, me } = await begun(HOSTED_FIELDS, HOSTED);
    const filled = await desk.fillIn(await checkedBoth(order, me), me);
    const [sms] = await messages(order.number);
    expect(sms).toMatchObject({ to: '13800138001', values: { channel: 'SGCA 单位移动证书' } });
    expect(codeOf(await authorise(filled, sms?.values['code'] ?? '', me))).toBe('ok');
  });

  test('with a bank card, to the phone that the bank has', async () => {
    const card = { 'unitCheck.cardNumber': '6216261000000000018', 'unitCheck.cardMobile': '13900139000' };
    const { order, me } = await begun(
      { ...HOSTED_FIELDS, 'unitCheck.way': 'legal-representative-card', ...card },
      HOSTED,
    );
    got(await check(order, 'unit', fresh(me)));
    expect((await messages(order.number)).map(({ to }) => to)).toEqual(['13900139000']);
  });

  test('none where the channel wants none', async () => {
    const { order, me } = await begun();
    await checkedBoth(order, me);
    expect(await messages(order.number)).toEqual([]);
    expect(codeOf(await sendAgain(await desk.read(order, me), me))).toBe('ORDER_STEP_NOT_ALLOWED');
  });

  test('again after a minute; the earlier one is over', async () => {
    const { order, me } = await begun(HOSTED_FIELDS, HOSTED);
    const filled = await desk.fillIn(await checkedBoth(order, me), me);
    expect(codeOf(await sendAgain(filled, me))).toBe('CODE_TOO_SOON');
    desk.pass(MINUTE_MS);
    expect(got(await sendAgain(filled, me)).to).toBe('138****8001');
    const [first, second] = await messages(order.number);
    expect(codeOf(await authorise(filled, first?.values['code'] ?? '', me))).toBe('CODE_WRONG');
    expect(codeOf(await authorise(filled, second?.values['code'] ?? '', me))).toBe('ok');
  });

  test('another legal representative, another code: the first phone’s no longer opens anything', async () => {
    const { order, me } = await begun(HOSTED_FIELDS, HOSTED);
    const unit = got(await check(order, 'unit', fresh(me)));
    const fields = { 'legal.mobile': '13900139009' };
    const saved = got(await operations['orders.save']({ id: order.id, version: unit.version, fields }, fresh(me)));
    const filled = await desk.fillIn(await checkedBoth(saved, me), me);
    const [first, second] = await messages(order.number);
    expect([first?.to, second?.to]).toEqual(['13800138001', '13900139009']);
    expect(codeOf(await authorise(filled, first?.values['code'] ?? '', me))).toBe('CODE_WRONG');
    expect(codeOf(await authorise(filled, second?.values['code'] ?? '', me))).toBe('ok');
  });
});
