import { randomUUID } from 'node:crypto';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { openDiskStore } from '../materials/store/disk-store.ts';
import { listed } from '../materials/store/testing/listed.ts';
import { orderMoney } from '../payments/order-money.ts';
import { personOf } from '../query/person-of.ts';
import { outboxQueueRecords } from '../storage/outbox-queue-records.ts';
import { retentionRecords } from '../storage/retention-records.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { fresh, got, orderDesk, PUBLIC } from '../testing/order-desk.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { UNIT_FIELDS } from '../testing/unit-fields.ts';
import { deleteExpired } from './delete-expired.ts';
import { giveUpMessages } from './give-up-messages.ts';
import { lapseDrafts } from './lapse-drafts.ts';
import { removeStrayMaterials } from './remove-stray-materials.ts';

const desk = await orderDesk();
const { db, tools, operations, clock } = desk;
const { transact, index, now } = tools;
const store = retentionRecords(db);
const log = createLog('silent');
const running = new AbortController().signal;
const folder = await temporaryFolder();
const DAY_MS = 86_400_000;

beforeEach(async () => {
  clock.now = new Date(clock.now.getTime() + DAY_MS);
  await db.deleteFrom('order').execute();
});

async function begun(): Promise<OrderView> {
  const input = { channelId: 'shangqiu-ggzy', business: 'new-unit' as const, fields: UNIT_FIELDS };
  return got(await operations['orders.begin'](input, fresh(PUBLIC))).order;
}

const at = (days: number) => new Date(clock.now.getTime() + days * DAY_MS);

describe('what is over is deleted, and nothing else', () => {
  const job = deleteExpired({ store, now });

  async function putOneOfEach(days: number) {
    const until = at(days);
    const id = randomUUID();
    const hash = Buffer.from(id);
    await db.insertInto('session').values({ hash, kind: 'person', subject: id, until }).execute();
    const once = { caller: id, key: id, operation: 'x', request: hash, reply: hash, until };
    await db.insertInto('once').values(once).execute();
    await db.insertInto('captcha').values({ id, first: 1, sign: 'plus', second: 1, until }).execute();
    const code = { id, purpose: 'sign', subject: id, hash, until, tries_left: 5, created_at: until };
    await db.insertInto('one_time_code').values(code).execute();
    await db.insertInto('order_query').values({ id, person: id, until }).execute();
    await db.insertInto('rate_limit').values({ key: id, tat: until }).execute();
    await db.insertInto('outbox').values({ id, kind: 'sms', sealed: hash, until }).execute();
    await db.insertInto('stray_material').values({ key: id, seen_at: until }).execute();
    const order = await begun();
    const upload = { id, order_id: order.id, slot: 'business-licence', bytes: 1, sha256: id, until };
    await db.insertInto('upload').values(upload).execute();
    await db.insertInto('upload_piece').values({ upload_id: id, at_byte: 0, sealed: hash }).execute();
    await db.insertInto('link').values({ hash, order_id: order.id, leads_to: 'camera', target: 'x', until }).execute();
  }

  const TABLES = [
    'captcha',
    'one_time_code',
    'order_query',
    'rate_limit',
    'outbox',
    'stray_material',
    'upload',
    'link',
  ];

  test('by its time, also when several processes do it at once', async () => {
    await putOneOfEach(-40);
    await putOneOfEach(1);
    const before = Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await desk.rows(table)])));
    const sessions = await desk.rows('session');
    const done = await Promise.all([job.run(running), job.run(running), job.run(running)]);
    for (const table of TABLES) expect([table, await desk.rows(table)]).toEqual([table, (before[table] ?? 0) - 1]);
    expect(await desk.rows('session')).toBe(sessions - 1);
    expect(await desk.rows('upload_piece'), 'pieces go with their upload').toBe(1);
    const sums = done.reduce((sum, one) => sum + (one['link'] ?? 0), 0);
    expect(sums).toBe(1);
    expect(await job.run(running)).toEqual({});
  });

  test('in batches, however much there is', async () => {
    await sql`insert into rate_limit (key, tat) select 'old ' || n, ${at(-1)} from generate_series(1, 2500) as n`.execute(
      db,
    );
    expect((await job.run(running))['rate-limit']).toBeGreaterThanOrEqual(2_500);
    expect(await job.run(running)).toEqual({});
  });

  test('a question to a bureau that was never answered goes after a month, with what it asked', async () => {
    const order = await begun();
    const asked = (days: number) => {
      const id = randomUUID();
      const hash = Buffer.from(id);
      const by = { caller: id, once_key: id, request: hash, subject: id, whom: id };
      const about = { id, order_id: order.id, party: 'operator', way: 'phone', state: 'asked', ...by } as const;
      return db
        .insertInto('identity_attempt')
        .values({ ...about, sealed: hash, lease_until: at(days) })
        .execute();
    };
    await asked(-31);
    await asked(-29);
    expect(await job.run(running)).toMatchObject({ 'identity-attempt': 1 });
    expect(await desk.rows('identity_attempt')).toBe(1);
  });

  test('what a provider told of a payment goes after half a year; what nobody has obeyed yet stays', async () => {
    const told = (key: string) => {
      const values = { provider: 'alipay' as const, key, sealed: Buffer.from(key) };
      return db.insertInto('payment_notification').values(values).execute();
    };
    const ended = (key: string, days: number) =>
      db
        .updateTable('payment_notification')
        .set({ ended_at: at(days) })
        .where('key', '=', key)
        .execute();
    for (const key of ['old', 'new', 'not obeyed']) await told(key);
    await ended('old', -181);
    await ended('new', -179);
    expect(await job.run(running)).toMatchObject({ 'payment-notification': 1 });
    expect(await desk.rows('payment_notification')).toBe(2);
  });

  test('a message that was given up is kept for a month', async () => {
    const stuck = async (days: number) => {
      const id = randomUUID();
      await db
        .insertInto('outbox')
        .values({ id, kind: 'mail', sealed: Buffer.from(id), until: null })
        .execute();
      await db
        .updateTable('outbox')
        .set({ stuck_at: at(days) })
        .where('id', '=', id)
        .execute();
    };
    await stuck(-31);
    await stuck(-29);
    expect(await job.run(running)).toMatchObject({ 'stuck-message': 1 });
  });
});

describe('a message that nobody sends', () => {
  test('stands aside after three days, where it is counted, and the log says so once', async () => {
    await db.deleteFrom('outbox').execute();
    const message = { kind: 'mail', to: 'a@example.cn', template: 'order-signed', values: {} } as const;
    await transact((stores) => stores.outbox.put(message));
    await transact((stores) => stores.outbox.put(message));
    const [old] = await db.selectFrom('outbox').select('id').execute();
    await sql`update outbox set created_at = ${at(-4)} where id = ${old?.id}`.execute(db);
    await sql`update outbox set created_at = ${at(-2)} where id <> ${old?.id}`.execute(db);
    const told = capturedLog();
    const job = giveUpMessages({ store, now, log: createLog('info', told.stream) });
    expect(await Promise.all([job.run(running), job.run(running)])).toContainEqual({ givenUp: 1 });
    expect(await outboxQueueRecords(db, tools.records).counts()).toEqual({ waiting: 1, stuck: 1 });
    expect(await job.run(running)).toEqual({ givenUp: 0 });
    expect(told.text().match(/stand aside/g)).toHaveLength(1);
  });
});

describe('a draft that nobody touches for 90 days lapses', () => {
  const job = lapseDrafts({ money: orderMoney(now), store, transact, index, now, log });
  const left = async (order: OrderView, days: number, other: { payment?: 'paid' } = {}) =>
    db
      .updateTable('order')
      .set({ changed_at: at(-days), ...other })
      .where('id', '=', order.id)
      .execute();
  const standing = async ({ id }: OrderView) => {
    const order = await transact((stores) => stores.orders.find(id));
    return [order?.state, order?.payment];
  };

  test('with an entry in its history, once, whoever does it', async () => {
    const old = await begun();
    const young = await begun();
    await left(old, 91);
    await left(young, 89);
    const done = await Promise.all([job.run(running), job.run(running)]);
    expect(done.map(({ lapsed }) => lapsed).toSorted()).toEqual([0, 1]);
    expect(await standing(old)).toEqual(['lapsed', 'closed']);
    expect(await standing(young)).toEqual(['drafting', 'not-asked']);
    const events = await db.selectFrom('order_event').selectAll().where('order_id', '=', old.id).execute();
    expect(events.map(({ event, from_state, to_state, actor }) => [event, from_state, to_state, actor])).toEqual([
      ['lapse', 'drafting', 'lapsed', 'service'],
    ]);
  });

  test('one that no query finds keeps nothing personal; one that is somebody’s stays his to read', async () => {
    const [nobodys, somebodys] = [await begun(), await begun()];
    await desk.pass(nobodys);
    const person = personOf(index, { kind: 'resident-id', number: '11010519491231002X' }, '2026-11-23');
    await db.updateTable('order').set({ person }).where('id', '=', somebodys.id).execute();
    for (const order of [nobodys, somebodys]) await left(order, 91);
    expect(await job.run(running)).toEqual({ lapsed: 2 });
    const after = await transact((stores) => stores.orders.find(nobodys.id));
    expect(after).toMatchObject({ state: 'lapsed', fields: {} });
    expect(after?.facts.map(({ about, subject }) => about + subject)).toEqual(['', '']);
    expect((await transact((stores) => stores.orders.find(somebodys.id)))?.fields).toEqual(UNIT_FIELDS);
  });

  test('but not what is paid', async () => {
    const order = await begun();
    await left(order, 91, { payment: 'paid' });
    expect(await job.run(running)).toEqual({ lapsed: 0 });
    expect(await standing(order)).toEqual(['drafting', 'paid']);
  });

  test('nor one to which somebody came back just now', async () => {
    const order = await begun();
    await left(order, 91);
    const cameBack = { ...store, untouchedOrders: async () => [{ id: order.id, version: order.version - 1 }] };
    const late = lapseDrafts({ money: orderMoney(now), store: cameBack, transact, index, now, log });
    expect(await late.run(running)).toEqual({ lapsed: 0 });
    expect(await standing(order)).toEqual(['drafting', 'not-asked']);
  });

  test('one that cannot be opened does not keep the others', async () => {
    const [shut, open] = [await begun(), await begun()];
    await left(shut, 92);
    await left(open, 91);
    await db
      .updateTable('order')
      .set({ sealed: Buffer.from('x') })
      .where('id', '=', shut.id)
      .execute();
    expect(await job.run(running)).toEqual({ lapsed: 1 });
  });
});

describe('materials that no order names', () => {
  test('are removed when they were seen so for a day, and no other', async () => {
    const materials = await openDiskStore(folder);
    const order = await begun();
    const [named, stray, late] = ['named', 'stray', 'late'].map((name) => `orders/${order.id}/${name}`);
    for (const key of [named, stray, late]) await materials.put(key ?? '', Buffer.from('picture'));
    await materials.put('other/thing', Buffer.from('not of an order'));
    const name = (storeKey: string, slot: 'business-licence' | 'operator-id-portrait') =>
      transact((stores) =>
        stores.orders.putMaterial(order.id, {
          slot,
          bytes: 7,
          kind: 'png',
          width: 1,
          height: 1,
          at: clock.now.toISOString(),
          storeKey,
        }),
      );
    await name(named ?? '', 'business-licence');
    const job = removeStrayMaterials({ store, materials, now });
    expect(await job.run(running)).toEqual({ removed: 0 });
    // An upload that took its time: stored first, named in the end.
    await name(late ?? '', 'operator-id-portrait');
    clock.now = new Date(clock.now.getTime() + DAY_MS + 1);
    expect(await Promise.all([job.run(running), job.run(running)])).toContainEqual({ removed: 1 });
    expect(await listed(materials, '')).toEqual([late, named, 'other/thing'].toSorted());
    expect(await job.run(running)).toEqual({ removed: 0 });
  });
});
