import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { seedChannels } from './channels/seed-channels.ts';
import { createLog } from './create-log.ts';
import { blindIndex } from './personal-data/blind-index.ts';
import { newMasterKeyLine, parseMasterKeys } from './personal-data/master-key.ts';
import { masterKeyWrapper } from './personal-data/master-key-wrapper.ts';
import { sealedRecords } from './personal-data/sealed-record.ts';
import { personOf } from './query/person-of.ts';
import { channelRecords } from './storage/channel-records.ts';
import { openDatabase } from './storage/database.ts';
import { frozenChannels } from './storage/frozen-channels.ts';
import { prepareDatabase } from './storage/prepare-database.ts';
import { transactOn } from './storage/transact.ts';
import { externalDatabase } from './testing/external-database.ts';
import { serviceProcess } from './testing/service-process.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { UNIT_FIELDS } from './testing/unit-fields.ts';

const CLI = join(import.meta.dirname, 'cli.ts');
const NUMBER = '11010519491231002X';
const folder = await temporaryFolder();
const { url } = await externalDatabase();
const masterKeys = newMasterKeyLine();

/** As `npm run -s service -- …` runs it. */
async function service(given: readonly string[], input: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...given], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: url,
      CERTBRIDGE_DATA_DIR: folder,
      CERTBRIDGE_MASTER_KEYS: masterKeys,
      ...more,
    },
  });
  child.stdin.end(input);
  const [output, words, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  return { output, words, code };
}

beforeAll(async () => {
  await prepareDatabase(url, async (db) => channelRecords(db).addMissing(await seedChannels()));
  const keys = parseMasterKeys(masterKeys);
  const [channel] = await seedChannels();
  if (!keys || !channel) throw new Error('no keys or no channel');
  const { db, pool } = openDatabase(url, createLog('silent'));
  const channels = frozenChannels(db);
  const transact = transactOn(pool, {
    records: sealedRecords(masterKeyWrapper(keys)),
    index: blindIndex(keys),
    channels,
  });
  const id = randomUUID();
  await channels.freeze(channel);
  await transact(async (stores) => {
    await stores.orders.add({
      id,
      channel,
      business: 'new-unit',
      holder: 'unit',
      createdAt: new Date(),
      fields: UNIT_FIELDS,
      agreements: [],
      price: undefined,
    });
    const order = await stores.orders.find(id);
    const person = personOf(blindIndex(keys), { kind: 'resident-id', number: NUMBER }, '2026-11-23');
    if (order) await stores.orders.change(order, { person }, { event: 'fill-in', by: 'applicant' });
  });
  await db.destroy();
});

const EXPORT = ['person', 'export', '--id-kind', 'resident-id'];
const ERASE = ['person', 'erase', '--id-kind', 'resident-id'];

test('export writes JSON to standard output and what it is to standard error', async () => {
  const { output, words, code } = await service(EXPORT, `${NUMBER}\n`);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ orders: [{ fields: UNIT_FIELDS, state: 'drafting' }] });
  expect(words).toMatch(/导出 1 笔订单.*1 orders exported/);
});

test('erase refuses while an order is unfinished, and does it when it is over', async () => {
  const refused = await service(ERASE, NUMBER);
  expect([refused.code, refused.output]).toEqual([1, '']);
  expect(refused.words).toMatch(/没有删除.*\d{6}-\d{5}/);
  const { db } = openDatabase(url, createLog('silent'));
  await db.updateTable('order').set({ state: 'cancelled' }).execute();
  await db.destroy();
  const done = await service(ERASE, NUMBER);
  expect([done.code, done.output]).toEqual([0, expect.stringMatching(/^\d{6}-\d{5,7}\n$/)]);
  expect(JSON.parse((await service(EXPORT, NUMBER)).output)).toMatchObject({ orders: [] });
});

test.each([
  [['person', 'export', '--id-kind', 'resident-id', NUMBER], ''],
  [EXPORT, '110105194912310021'],
])('%j is not understood: exit 2, nothing is done, and no number is repeated', async (given, input) => {
  const { output, words, code } = await service(given, input);
  expect([code, output]).toEqual([2, '']);
  expect(words).toMatch(/标准输入/);
  expect(words).not.toMatch(new RegExp(`${NUMBER}|${input || 'nothing'}`));
});

test('finance and outbox: lists as tables or JSON, acts that are not understood show their usage', async () => {
  const remittances = await service(['finance', 'remittances'], '');
  expect([remittances.code, remittances.output]).toEqual([0, '']);
  expect(remittances.words).toMatch(/0 笔汇款等待核对.*0 remittances/);
  const refunds = await service(['finance', 'refunds', '--json'], '');
  expect([refunds.code, JSON.parse(refunds.output)]).toEqual([0, []]);
  const confirm = ['confirm', 'CB26112300042P01', '--reference', 'B1', '--amount', '310', '--received', '2026-11-23'];
  const unknown = await service(['finance', ...confirm], '');
  expect([unknown.code, unknown.output]).toEqual([1, '']);
  expect(unknown.words).toMatch(/什么也没有做[\s\S]*Nothing was done/);
  const messages = await service(['outbox', 'list', '--json'], '');
  expect([messages.code, JSON.parse(messages.output)]).toEqual([0, []]);
  for (const given of [['finance', 'pay'], ['outbox']]) {
    const { words, code } = await service(given, '');
    expect([code, words]).toEqual([2, expect.stringContaining('usage')]);
  }
});

test('beside a running service it reads that service’s own database', async () => {
  const dataDir = join(folder, 'running');
  const running = serviceProcess({ CERTBRIDGE_DATA_DIR: dataDir, CERTBRIDGE_LOG_LEVEL: 'error' });
  expect(await running.ready).toBeDefined();
  const own = { DATABASE_URL: '', CERTBRIDGE_MASTER_KEYS: '', CERTBRIDGE_DATA_DIR: dataDir };
  const { output, code } = await service(EXPORT, NUMBER, own);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ orders: [] });
  expect(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).not.toBe('');
});
