import { beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '../asked.ts';
import { codeOf, fresh, got } from '../testing/order-desk.ts';
import { identityDesk, TRANSFER_FIELDS } from './testing/identity-desk.ts';
import { Outside } from './testing/outside.ts';

const outside = new Outside();
const desk = await identityDesk(outside.providers);
const { operations, begun, check } = desk;

/** Longer than whoever asked is waited for. */
const DEAD_MS = 31_000;

beforeEach(() => {
  desk.pass(86_400_000);
  outside.weather = 'fine';
  outside.answer = 'default';
  outside.meanwhile = async () => undefined;
  outside.carriedOut.clear();
  outside.calls = 0;
});

const factsOf = async (orderId: string) =>
  (await desk.db.selectFrom('identity_fact').select('document').where('order_id', '=', orderId).execute()).map(
    ({ document }) => document,
  );

async function transferOrder() {
  const { order, me } = await begun(TRANSFER_FIELDS);
  return { order, me, asked: fresh(me) };
}

describe('a crash right before or right after the bank was asked', () => {
  test.each(['die-before', 'die-after'] as const)(
    '%s: the repetition sends one fen and keeps one fact',
    async (weather) => {
      const { order, asked } = await transferOrder();
      outside.weather = weather;
      await expect(check(order, 'unit', asked)).rejects.toThrow('died');
      outside.weather = 'fine';
      expect(codeOf(await check(order, 'unit', asked))).toBe('REQUEST_IN_PROGRESS');
      desk.pass(DEAD_MS);
      const checked = got(await check(order, 'unit', asked));
      expect(checked.checks[0]?.standing).toBe('sent');
      expect(outside.fens).toHaveLength(1);
      expect(await factsOf(order.id)).toHaveLength(1);
      expect(await check(order, 'unit', asked)).toEqual({ ok: true, value: checked });
      expect(outside.fens).toHaveLength(1);
    },
  );

  test('its code is the one that the fen carries', async () => {
    const { order, me, asked } = await transferOrder();
    outside.weather = 'die-after';
    await expect(check(order, 'unit', asked)).rejects.toThrow();
    outside.weather = 'fine';
    desk.pass(DEAD_MS);
    const unit = got(await check(order, 'unit', asked));
    const filled = await desk.fillIn(got(await check(unit, 'operator', fresh(me))), me);
    const input = { id: order.id, version: filled.version, code: outside.fens[0]?.remark ?? '' };
    expect(got(await operations['identity.authorise'](input, fresh(me))).authorised).toBe(true);
  });

  test('another request for the same, after a reload of the panel, goes on with it', async () => {
    const { order, me, asked } = await transferOrder();
    outside.weather = 'die-after';
    await expect(check(order, 'unit', asked)).rejects.toThrow();
    outside.weather = 'fine';
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('REQUEST_IN_PROGRESS');
    desk.pass(DEAD_MS);
    expect(got(await check(order, 'unit', fresh(me))).checks[0]?.standing).toBe('sent');
    expect(outside.fens).toHaveLength(1);
    // The first one comes back late: what it wanted has been done, and it is told to look.
    expect(codeOf(await check(order, 'unit', asked))).toBe('ORDER_CHANGED');
    expect(outside.fens).toHaveLength(1);
  });

  test('a wrong answer that was lost counts once', async () => {
    const { order, me } = await begun();
    const asked = fresh(me);
    outside.answer = 'differs';
    outside.weather = 'die-after';
    await expect(check(order, 'unit', asked)).rejects.toThrow();
    outside.weather = 'fine';
    desk.pass(DEAD_MS);
    expect(await check(order, 'unit', asked)).toMatchObject({ error: { values: { triesLeft: 4 } } });
    expect(await factsOf(order.id)).toHaveLength(1);
  });
});

describe('the provider is away', () => {
  test.each(['away', 'too-late'] as const)(
    '%s: no try is counted, and the next one sends no second fen',
    async (weather) => {
      const { order, me, asked } = await transferOrder();
      outside.weather = weather;
      for (let count = 0; count < 7; count += 1) {
        expect(codeOf(await check(order, 'unit', count % 2 === 0 ? asked : fresh(me)))).toBe('PROVIDER_AWAY');
      }
      expect((await desk.read(order, me)).checks).toEqual([]);
      outside.weather = 'fine';
      expect(got(await check(order, 'unit', fresh(me))).checks[0]).toMatchObject({ standing: 'sent' });
      expect(outside.fens).toHaveLength(1);
    },
  );

  test('corrected meanwhile: the new account is asked, not the old one', async () => {
    const { order, me } = await transferOrder();
    outside.weather = 'away';
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('PROVIDER_AWAY');
    outside.weather = 'fine';
    const fields = { 'unitCheck.accountNumber': '6222020099998888' };
    const saved = got(await operations['orders.save']({ id: order.id, version: order.version, fields }, fresh(me)));
    got(await check(saved, 'unit', fresh(me)));
    expect(outside.fens.map(({ account }) => account)).toEqual(['6222020099998888']);
  });
});

describe('one request, one effect', () => {
  test('a double click while the bank is asked', async () => {
    const { order, asked } = await transferOrder();
    const codes = (await Promise.all([1, 2, 3].map(() => check(order, 'unit', asked)))).map(codeOf);
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(0);
    expect(codes.every((code) => code === 'ok' || code === 'REQUEST_IN_PROGRESS')).toBe(true);
    expect(outside.fens).toHaveLength(1);
  });

  test('two tabs', async () => {
    const { order, me } = await transferOrder();
    const codes = (await Promise.all([fresh(me), fresh(me)].map((asked) => check(order, 'unit', asked)))).map(codeOf);
    expect(codes).toContain('ok');
    expect(outside.fens).toHaveLength(1);
  });

  test('the same key for the other party, or for another order, is refused', async () => {
    const { order, asked } = await transferOrder();
    const other = await begun();
    got(await check(order, 'unit', asked));
    expect(codeOf(await check(order, 'operator', asked))).toBe('IDEMPOTENCY_KEY_REUSED');
    const withSameKey: Asked = { ...other.me, caller: asked.caller, onceKey: asked.onceKey };
    expect(codeOf(await check(other.order, 'unit', withSameKey))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('a request that has seen an older version asks nobody', async () => {
    const { order, me } = await transferOrder();
    expect(codeOf(await check({ ...order, version: 7 }, 'unit', fresh(me)))).toBe('ORDER_CHANGED');
    expect(outside.calls).toBe(0);
  });

  test('what was asked is sealed while it is open, and gone when it is answered', async () => {
    const { order, asked } = await transferOrder();
    outside.weather = 'die-before';
    await expect(check(order, 'unit', asked)).rejects.toThrow();
    const sealed = () =>
      desk.db
        .selectFrom('identity_attempt')
        .select('sealed')
        .where('order_id', '=', order.id)
        .executeTakeFirstOrThrow();
    expect(Buffer.from((await sealed()).sealed ?? '').includes('6222020012345678')).toBe(false);
    outside.weather = 'fine';
    desk.pass(DEAD_MS);
    got(await check(order, 'unit', asked));
    expect((await sealed()).sealed).toBeNull();
  });
});
