import { randomUUID } from 'node:crypto';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { openDiskStore } from '../materials/store/disk-store.ts';
import { listed } from '../materials/store/testing/listed.ts';
import { personOf } from '../query/person-of.ts';
import { findSession } from '../sessions/find-session.ts';
import { tokenHash } from '../sessions/session.ts';
import { sessionRecords } from '../storage/session-records.ts';
import { CONSENT, fresh, got, holderOf, orderDesk, PUBLIC } from '../testing/order-desk.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { UNIT_FIELDS } from '../testing/unit-fields.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';

const desk = await orderDesk();
const { db, tools, operations, clock } = desk;
const { transact, index, now } = tools;
const materials = await openDiskStore(await temporaryFolder());
const erasing = { staff: 'auditor', transact, materials, log: createLog('silent') };
const exporting = { staff: 'auditor', transact, materials, now };
const PICTURE = Buffer.from('a picture of an ID card');

const ID = { kind: 'resident-id', number: '110105199003078887' } as const;
const THEIRS: FormFields = {
  ...UNIT_FIELDS,
  'operator.name': '欧阳测试',
  'operator.idNumber': ID.number,
  'operator.mobile': '13912345678',
  'operator.email': 'ouyang@example.cn',
};
const person = personOf(index, ID, '2026-11-23');

beforeEach(async () => {
  clock.now = new Date(clock.now.getTime() + 86_400_000);
  await db.deleteFrom('order').execute();
  await db.deleteFrom('outbox').execute();
});

/** An order that has come as far as its signature, with a picture, somebody signed in, and a link to a document. */
async function signed(fields: FormFields): Promise<{ order: OrderView; token: string }> {
  const input = { channelId: 'shangqiu-ggzy', business: 'new-unit' as const, fields };
  const { order: begun, token } = got(await operations['orders.begin'](input, fresh(PUBLIC)));
  const me = holderOf(begun, token);
  const { id } = begun;
  await desk.pass(begun);
  // As the check of the operator does it.
  const number = fields['operator.idNumber'] ?? '';
  await db
    .updateTable('order')
    .set({ person: personOf(index, { kind: 'resident-id', number }, '2026-11-23') })
    .where('id', '=', id)
    .execute();
  const filling = { id, version: begun.version, captcha: await desk.captcha(), agreements: CONSENT };
  const filled = got(await operations['orders.fillIn'](filling, fresh(me)));
  const digest = filled.digest ?? '';
  const confirmed = got(await operations['orders.confirm']({ id, version: filled.version, digest }, fresh(me)));
  await desk.store(confirmed);
  const storeKey = `orders/${id}/${randomUUID()}`;
  await materials.put(storeKey, PICTURE);
  const stored = { bytes: PICTURE.length, kind: 'png', width: 1, height: 1, at: clock.now.toISOString() } as const;
  await transact((stores) => stores.orders.putMaterial(id, { slot: 'business-licence', ...stored, storeKey }));
  const submitted = got(await operations['orders.submit']({ id, version: confirmed.version }, fresh(me)));
  got(await operations['codes.send']({ id }, fresh(me)));
  const code = await desk.newestCode();
  const done = got(await operations['orders.sign']({ id, version: submitted.version, digest, code }, fresh(me)));
  const until = new Date(clock.now.getTime() + 60_000);
  await transact((stores) =>
    stores.links.add(Buffer.from(id), { orderId: id, leadsTo: 'document', target: 'application-form', until }),
  );
  return { order: done, token };
}

function sealedWith(id: string, fields: FormFields): Promise<Uint8Array> {
  return tools.records.seal({ table: 'order', id, purpose: 'fields' }, fields);
}

async function cancel({ order, token }: { readonly order: OrderView; readonly token: string }) {
  const me = holderOf(order, token);
  return got(await operations['orders.cancel']({ id: order.id, version: order.version }, fresh(me)));
}

describe('a person has a right to a copy', () => {
  test('it holds what was typed, found out, handed in, and what happened', async () => {
    await signed(UNIT_FIELDS);
    const { order } = await signed(THEIRS);
    const { orders } = await exportPerson(exporting, person);
    expect(orders.map(({ number }) => number)).toEqual([order.number]);
    expect(orders[0]).toMatchObject({
      fields: THEIRS,
      state: 'signed',
      facts: [{ party: 'unit', standing: 'passed' }, { party: 'operator' }],
    });
    const licence = orders[0]?.materials.find(({ slot }) => slot === 'business-licence');
    expect(Buffer.from(licence?.base64 ?? '', 'base64')).toEqual(PICTURE);
    expect(orders[0]?.history.map(({ event }) => event)).toEqual(['fill-in', 'confirm', 'submit', 'sign']);
  });

  test('and nothing that only the service can read', async () => {
    await signed(THEIRS);
    const text = JSON.stringify(await exportPerson(exporting, person));
    expect(text).not.toMatch(/storeKey|"subject"|"person"/);
    expect(text).not.toContain(person);
  });

  test('of somebody unknown it is empty', async () => {
    expect((await exportPerson(exporting, 'nobody')).orders).toEqual([]);
  });
});

describe('a person is forgotten', () => {
  test('when every order is over: nothing of the data is left, and what happened is', async () => {
    const theirs = await signed(THEIRS);
    const others = await signed(UNIT_FIELDS);
    await cancel(theirs);
    await transact((stores) =>
      stores.outbox.put({ kind: 'mail', to: 'ouyang@example.cn', template: 'order-cancelled', values: {} }),
    );
    expect(await erasePerson(erasing, person)).toEqual({ erased: [theirs.order.number] });

    const order = await transact((stores) => stores.orders.find(theirs.order.id));
    expect(order).toMatchObject({ number: theirs.order.number, state: 'cancelled', fields: {}, materials: [] });
    expect(order?.person).toBeUndefined();
    expect(order?.digest).toBeUndefined();
    expect(order?.facts.map(({ about, subject }) => [about, subject])).toEqual([
      ['', ''],
      ['', ''],
    ]);
    const history = await transact((stores) => stores.persons.historyOf(theirs.order.id));
    expect(history.map(({ event }) => event)).toEqual(['fill-in', 'confirm', 'submit', 'sign', 'cancel', 'erase']);
    expect((await listed(materials, 'orders/')).some((key) => key.includes(theirs.order.id))).toBe(false);
    expect((await exportPerson(exporting, person)).orders).toEqual([]);
    expect(await transact((stores) => stores.sessions.find(tokenHash(theirs.token)))).toBeUndefined();
    const caller = Buffer.from(tokenHash(theirs.token)).toString('base64url');
    expect(await db.selectFrom('once').select('key').where('caller', '=', caller).execute()).toEqual([]);
    const replies = await db.selectFrom('once').select('key').where('order_id', '=', theirs.order.id).execute();
    expect(replies, 'nor that of the beginning, which has no token yet').toEqual([]);
    expect(await db.selectFrom('link').select('target').where('order_id', '=', theirs.order.id).execute()).toEqual([]);

    expect((await transact((stores) => stores.orders.find(others.order.id)))?.fields).toEqual(UNIT_FIELDS);
    expect((await listed(materials, 'orders/')).some((key) => key.includes(others.order.id))).toBe(true);
    expect(await transact((stores) => stores.sessions.find(tokenHash(others.token)))).toBeDefined();
    const waiting = await db.selectFrom('outbox').select('id').execute();
    expect(waiting, 'the code and the mail of the other one').toHaveLength(2);
  });

  test('an order that is cancelled before its operator was checked names nobody from then on', async () => {
    const input = { channelId: 'shangqiu-ggzy', business: 'new-unit' as const, fields: THEIRS };
    const { order, token } = got(await operations['orders.begin'](input, fresh(PUBLIC)));
    await cancel({ order, token });
    expect(await transact((stores) => stores.orders.find(order.id))).toMatchObject({ state: 'cancelled', fields: {} });
  });

  test('nor does one that named another operator after the check; the first one still finds his order', async () => {
    const { order, token } = await signed(THEIRS);
    const me = holderOf(order, token);
    const edited = got(await operations['orders.edit']({ id: order.id, version: order.version }, fresh(me)));
    await db
      .updateTable('order')
      .set({ sealed: await sealedWith(order.id, UNIT_FIELDS) })
      .execute();
    await cancel({ order: edited, token });
    const [found] = await transact((stores) => stores.orders.ofPerson(person));
    expect(found).toMatchObject({ number: order.number, fields: {} });
  });

  test('whoever is signed in with a remembered token is out soon after, in every process', async () => {
    const theirs = await signed(THEIRS);
    const find = findSession(sessionRecords(db), now);
    const hash = tokenHash(theirs.token);
    expect(await find(hash)).toMatchObject({ kind: 'order' });
    await cancel(theirs);
    await erasePerson(erasing, person);
    clock.now = new Date(clock.now.getTime() + 30_000);
    expect(await find(hash)).toBeUndefined();
  });

  test('messages to the phone of his bank card as well', async () => {
    const card = {
      'operatorCheck.way': 'bank-card',
      'operatorCheck.cardNumber': '6216261000000000018',
      'operatorCheck.cardMobile': '13900139000',
    };
    const theirs = await signed({ ...THEIRS, ...card });
    await cancel(theirs);
    const message = { kind: 'sms', to: '13900139000', template: 'query-code', values: {} } as const;
    await transact((stores) => stores.outbox.put(message));
    await erasePerson(erasing, person);
    expect(await desk.rows('outbox')).toBe(0);
  });

  test('not while an order is unfinished: it is named, and nothing is touched', async () => {
    await cancel(await signed(THEIRS));
    const { order } = await signed(THEIRS);
    expect(await erasePerson(erasing, person)).toEqual({ unfinished: [order.number] });
    const { orders } = await exportPerson(exporting, person);
    expect(orders.map(({ fields }) => fields['operator.name'])).toEqual(['欧阳测试', '欧阳测试']);
  });

  test('a store that is away keeps nobody remembered: the rows are gone, and the job finds the rest', async () => {
    await cancel(await signed(THEIRS));
    const away = { ...erasing, materials: { remove: () => Promise.reject(new Error('away')) } };
    expect(await erasePerson(away, person)).toMatchObject({ erased: [expect.any(String)] });
    expect((await exportPerson(exporting, person)).orders).toEqual([]);
  });
});
