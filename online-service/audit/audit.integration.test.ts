import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { settle } from '../payments/settle.ts';
import { aloneOnChain } from '../storage/chain-records.ts';
import { query } from '../testing/external-database.ts';
import { fresh, got } from '../testing/order-desk.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { anchorFolder } from './anchor-folder.ts';
import { loadAuditKey, PUBLIC_KEY_NAME } from './audit-key.ts';
import { chainWritten } from './chain-written.ts';
import { SIGN_EVERY_MS, signChain } from './sign-chain.ts';

const VERIFIER = join(import.meta.dirname, '..', 'audit-verify.ts');
const desk = await paymentDesk();
const folder = await temporaryFolder();
const anchor = join(folder, 'anchor');
const alone = aloneOnChain(desk.pool);
const key = await loadAuditKey({ dataDir: folder });
const clock = { now: new Date('2026-11-23T02:00:00Z') };
const chaining = chainWritten(alone);
const signing = signChain({ alone, key, anchors: [anchorFolder(anchor)], now: () => clock.now });
const sql = (statement: string) => query(desk.databaseUrl, statement);

/** As an auditor runs it. */
async function verified() {
  const given = ['--database', desk.databaseUrl, '--anchor', anchor, '--key', join(folder, PUBLIC_KEY_NAME)];
  const child = spawn(process.execPath, [VERIFIER, ...given]);
  const [output, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  return { output, code };
}

async function chainAndSign() {
  await chaining.run();
  clock.now = new Date(clock.now.getTime() + SIGN_EVERY_MS);
  return signing.run();
}

const acts = async () =>
  (await query<{ what: string }>(desk.databaseUrl, 'select what from audit_record order by sequence')).map(
    ({ what }) => what,
  );

beforeEach(() => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
});

test('what happens to an order and its money is in the chain, once and in its order, with nothing personal', async () => {
  const { order, me } = await desk.signed();
  const tradeNo = await desk.open(order, me);
  const fact = desk.alipay.pay(tradeNo);
  await settle(desk.tools, { holder: 'alipay', fact, foundBy: 'callback' });
  await settle(desk.tools, { holder: 'alipay', fact, foundBy: 'poll' });
  await Promise.all([chaining.run(), chaining.run()]);
  expect(await acts()).toEqual([
    'order.fill-in',
    'order.confirm',
    'order.submit',
    'order.sign',
    'payment.received',
    'order.settle',
    'order.accept',
  ]);
  const rows = await sql('select * from audit_record');
  for (const personal of ['李示例', '王示例', '13800138000', '11010519491231002X']) {
    expect(JSON.stringify(rows)).not.toContain(personal);
  }
  expect((await chainAndSign()).done).toBe(1);
  expect(await verified()).toMatchObject({ code: 0, output: expect.stringContaining('已签署到 signed up to: 7') });
});

test('each head is signed once, and only when there is something new', async () => {
  expect((await chainAndSign()).done).toBe(0);
  await desk.signed();
  await chaining.run();
  clock.now = new Date(clock.now.getTime() + SIGN_EVERY_MS);
  const both = await Promise.all([signing.run(), signing.run()]);
  expect(both.reduce((sum, { done }) => sum + done, 0)).toBe(1);
  expect(await readdir(anchor, { recursive: true })).toHaveLength(3);
});

test('work that cannot be logged is refused, and nothing of it stays', async () => {
  await sql(`create function no_audit() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`);
  const { order, me } = await desk.signed();
  await sql('create trigger full_disk before insert on audit_entry for each row execute function no_audit()');
  const cancelled = desk.operations['orders.cancel']({ id: order.id, version: order.version }, fresh(me));
  await expect(cancelled).rejects.toThrow('full');
  await sql('drop trigger full_disk on audit_entry');
  expect(got(await desk.operations['orders.read']({ id: order.id }, me))).toMatchObject({
    state: 'signed',
    version: order.version,
  });
});

test('many orders at once leave a chain without a gap, in shares of any size', async () => {
  const before = (await acts()).length;
  const work = Array.from({ length: 60 }, (_, index) =>
    desk.tools.transact(async (stores) => {
      await stores.audit.add({ what: 'person.export', about: `number ${index}`, by: { kind: 'staff', id: 'auditor' } });
      if (index % 5 === 0) throw new Error('undone');
    }),
  );
  const small = chainWritten(alone, 7);
  await Promise.allSettled([...work, ...Array.from({ length: 20 }, () => small.run())]);
  while ((await small.run()).more) await small.run();
  expect((await acts()).slice(before).filter((what) => what === 'person.export')).toHaveLength(48);
  await chainAndSign();
  expect((await verified()).code).toBe(0);
});

test('the database itself refuses to change what was written', async () => {
  for (const table of ['audit_record', 'audit_signature']) {
    await expect(sql(`update ${table} set hash = ''`)).rejects.toThrow('only ever added to');
    await expect(sql(`delete from ${table}`)).rejects.toThrow('only ever added to');
    await expect(sql(`truncate ${table}`)).rejects.toThrow('only ever added to');
  }
});

describe('somebody who rules the database', () => {
  const attack = async (statements: string) => {
    await sql(
      'create table kept as select * from audit_record; create table kept_signature as select * from audit_signature',
    );
    await sql('alter table audit_record disable trigger stays; alter table audit_signature disable trigger stays');
    await sql(statements);
    const result = await verified();
    await sql('truncate audit_record, audit_signature');
    await sql('insert into audit_record select * from kept; insert into audit_signature select * from kept_signature');
    await sql('alter table audit_record enable trigger stays; alter table audit_signature enable trigger stays');
    await sql('drop table kept, kept_signature');
    expect(result.code).toBe(1);
    return result;
  };

  test('alters a record', async () => {
    const { output } = await attack(`update audit_record set about = 'another' where sequence = 5`);
    expect(output).toContain('Record 5 was altered');
  });

  test('deletes one in the middle', async () => {
    expect((await attack('delete from audit_record where sequence = 5')).output).toContain('Record 5 is missing');
  });

  test('cuts the end with its signatures', async () => {
    const cut = 'delete from audit_record where sequence > 9; delete from audit_signature where sequence > 9';
    expect((await attack(cut)).output).toMatch(/The end was cut off: it was once signed up to \d+/);
  });

  test('takes an entry away before it is chained: the order knows better', async () => {
    const { order } = await desk.signed();
    await sql(`delete from audit_entry where about = '${order.number}' and what = 'order.sign'`);
    await chainAndSign();
    const { output, code } = await verified();
    expect(output).toContain(`of order ${order.number} has no record`);
    expect(code).toBe(1);
    await sql(`delete from order_event where event = 'sign' and order_id = '${order.id}'`);
    expect((await verified()).code).toBe(0);
  });

  test('changes what is not signed yet: the service gives no word for that stretch', async () => {
    await desk.signed();
    await chaining.run();
    const newest = 'where sequence = (select max(sequence) from audit_record)';
    await sql(
      `alter table audit_record disable trigger stays; update audit_record set what = 'order.approve' ${newest}`,
    );
    await expect(chainAndSign()).rejects.toThrow('broken');
    expect((await verified()).code).toBe(1);
    await sql(`update audit_record set what = 'order.sign' ${newest}; alter table audit_record enable trigger stays`);
    expect((await chainAndSign()).done).toBe(1);
  });
});
