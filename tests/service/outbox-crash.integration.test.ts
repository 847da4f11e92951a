import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, it } from 'vitest';
import { createLog } from '../../online-service/create-log.ts';
import { blindIndex } from '../../online-service/personal-data/blind-index.ts';
import { newMasterKeyLine, parseMasterKeys } from '../../online-service/personal-data/master-key.ts';
import { masterKeyWrapper } from '../../online-service/personal-data/master-key-wrapper.ts';
import { sealedRecords } from '../../online-service/personal-data/sealed-record.ts';
import { openDatabase } from '../../online-service/storage/database.ts';
import { frozenChannels } from '../../online-service/storage/frozen-channels.ts';
import { prepareDatabase } from '../../online-service/storage/prepare-database.ts';
import { transactOn } from '../../online-service/storage/transact.ts';
import { eventually } from '../../online-service/testing/eventually.ts';
import { externalDatabase } from '../../online-service/testing/external-database.ts';
import { newPhones } from '../../sandbox/phones/phone.ts';
import { newSmsAccount } from '../../sandbox/phones/sms-account.ts';
import { smsApiRoutes } from '../../sandbox/phones/sms-api-routes.ts';

const masterKeys = newMasterKeyLine();
const keys = parseMasterKeys(masterKeys);
if (!keys) throw new Error('not keys');
const { url: databaseUrl } = await externalDatabase();
await prepareDatabase(databaseUrl, async () => undefined);
const { db, pool } = openDatabase(databaseUrl, createLog('silent'));
const records = sealedRecords(masterKeyWrapper(keys));
const transact = transactOn(pool, { records, index: blindIndex(keys), channels: frozenChannels(db) });

const phones = newPhones();
const account = await newSmsAccount();
const provider = fastify({ forceCloseConnections: true });
await provider.register(smsApiRoutes(account, phones));
const endpoint = await provider.listen({ host: '127.0.0.1', port: 0 });
afterAll(async () => {
  await provider.close();
  await db.destroy();
});

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.disconnect();
      await once(child, 'exit');
    }
  }
});

function startSender(dies: 'before' | 'after' | 'never'): ChildProcess {
  const templates = Object.fromEntries(account.templates.map(({ name, code }) => [name, code]));
  const sms = { ...account, endpoint, templates };
  const settings = JSON.stringify({ databaseUrl, masterKeys, sms, dies });
  const child = fork(join(import.meta.dirname, 'sending-child.ts'), [settings]);
  children.push(child);
  return child;
}

it.each([
  ['before', '13800138000', 1],
  ['after', '13900139000', 2],
] as const)('a process that dies %s the send: the message arrives, and none is lost', async (dies, number, times) => {
  const message = { kind: 'sms', to: number, template: 'query-code', values: { code: '048213' } } as const;
  await transact((stores) => stores.outbox.put(message));
  expect(await once(startSender(dies), 'exit')).toEqual([null, 'SIGKILL']);
  expect((await db.selectFrom('outbox').selectAll().execute()).map(({ tries }) => tries)).toEqual([1]);
  // Nobody waits half a minute here: the dead one's lease is over now.
  await db.updateTable('outbox').set({ next_at: sql<Date>`now()` }).execute();

  startSender('never');
  const arrived = () => phones.newestFirst().filter(({ item }) => item.number === number);
  await eventually(async () => (await db.selectFrom('outbox').select('id').execute()).length).toBe(0);
  expect(arrived()).toHaveLength(times);
  expect(new Set(arrived().map(({ item }) => item.reference)).size, 'one reference: it can be seen to be one').toBe(1);
});
