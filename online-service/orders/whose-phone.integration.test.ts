import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { expect, test } from 'vitest';
import type { Asked } from '../asked.ts';
import { identityDesk } from '../identity/testing/identity-desk.ts';
import { Outside } from '../identity/testing/outside.ts';
import { NOBODY, outboxMessage } from '../outbox/outbox.ts';
import { beginQuery } from '../query/begin-query.ts';
import { personOf } from '../query/person-of.ts';
import { codeOf, fresh, got, PUBLIC } from '../testing/order-desk.ts';

const desk = await identityDesk(new Outside().providers);
const { operations, tools } = desk;
const query = beginQuery(tools);

async function checked(fields: FormFields = {}) {
  const { order, me } = await desk.begun(fields);
  return { order: got(await desk.check(order, 'operator', fresh(me))), me };
}

async function save({ id, version }: OrderView, me: Asked, fields: FormFields) {
  return got(await operations['orders.save']({ id, version, fields }, fresh(me)));
}

async function handedIn(checkedOrder: OrderView, me: Asked): Promise<OrderView> {
  const unit = got(await desk.check(checkedOrder, 'unit', fresh(me)));
  const { id, version, digest = '' } = await desk.fillIn(unit, me);
  const confirmed = got(await operations['orders.confirm']({ id, version, digest }, fresh(me)));
  await desk.store(confirmed);
  return got(await operations['orders.submit']({ id, version: confirmed.version }, fresh(me)));
}

/** Begins a query by the operator's ID; the phones that hear of it. */
async function phonesAsked(order: OrderView): Promise<string[]> {
  await desk.db.deleteFrom('outbox').execute();
  const idNumber = order.fields['operator.idNumber'] ?? '';
  const input = { idKind: 'resident-id' as const, idNumber, captcha: await desk.captcha() };
  expect(codeOf(await query(input, fresh(PUBLIC)))).toBe('ok');
  const rows = await desk.db.selectFrom('outbox').selectAll().execute();
  const opened = rows.map(({ id, sealed }) => tools.records.open({ table: 'outbox', id, purpose: 'message' }, sealed));
  return (await Promise.all(opened)).map((message) => outboxMessage.parse(message).to);
}

test('a signing code that was sent before an edit signs nothing after it: it went to another phone', async () => {
  const { order, me } = await checked();
  const mine = await handedIn(order, me);
  got(await operations['codes.send']({ id: order.id }, fresh(me)));
  const code = await desk.newestCode();
  const edited = got(await operations['orders.edit']({ id: order.id, version: mine.version }, fresh(me)));
  const other = await save(edited, me, { 'operator.name': '赵示例', 'operator.mobile': '13900139000' });
  const theirs = await handedIn(got(await desk.check(other, 'operator', fresh(me))), me);
  const { id, version, digest = '' } = theirs;
  expect(codeOf(await operations['orders.sign']({ id, version, digest, code }, fresh(me)))).toBe('CODE_OVER');
});

test('the query’s code goes to the phone that was checked, never to one that was typed after the check', async () => {
  const { order, me } = await checked();
  expect(await phonesAsked(order)).toEqual(['13800138000']);
  await save(order, me, { 'operator.mobile': '13900139000' });
  expect(await phonesAsked(order)).toEqual([NOBODY]);
});

test('of a person who was checked by a bank card the query asks the phone that the bank has', async () => {
  const card = { 'operatorCheck.cardNumber': '6222021234567890128', 'operatorCheck.cardMobile': '13700137000' };
  const { order } = await checked({ 'operatorCheck.way': 'bank-card', ...card });
  expect(await phonesAsked(order)).toEqual(['13700137000']);
});

test('an order that names its checked operator again is found by that operator again', async () => {
  const { order, me } = await checked();
  const number = order.fields['operator.idNumber'] ?? '';
  const person = personOf(tools.index, { kind: 'resident-id', number }, '2026-11-23');
  const found = async () => (await tools.transact((stores) => stores.orders.ofPerson(person))).map(({ id }) => id);
  const other = await save(order, me, { 'operator.idNumber': '11010519491231002X' });
  expect(await found()).toEqual([]);
  await save(other, me, { 'operator.idNumber': number });
  expect(await found()).toEqual([order.id]);
});

test('domain 3.8: going back to a checked operator makes no second unfinished order', async () => {
  const { order, me } = await checked();
  const number = order.fields['operator.idNumber'] ?? '';
  const other = await save(order, me, { 'operator.idNumber': '11010519491231002X' });
  const second = await checked({ 'operator.idNumber': number });
  const fields = { 'operator.idNumber': number };
  const input = { id: order.id, version: other.version, fields };
  expect(await operations['orders.save'](input, fresh(me))).toMatchObject({
    error: { code: 'ORDER_UNFINISHED', values: { number: second.order.number } },
  });
});
