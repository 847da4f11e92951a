import { describe, expect, test } from 'vitest';
import { seedChannels } from '../channels/seed-channels.ts';
import { startService } from '../service.ts';
import { ask } from '../testing/ask.ts';
import { externalDatabase, freshDatabase, query } from '../testing/external-database.ts';
import { serviceProcess } from '../testing/service-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { testConfig } from '../testing/test-config.ts';
import { channelRecords } from './channel-records.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { prepareDatabase } from './prepare-database.ts';

const folder = await temporaryFolder();
const external = await externalDatabase();
const seeds = await seedChannels();
const MIGRATIONS = Object.keys(ALL_MIGRATIONS).length;
const prepare = (url: string) => prepareDatabase(url, (db) => channelRecords(db).addMissing(seeds));
const count = async (url: string, table: string) =>
  (await query<{ n: number }>(url, `select count(*)::int as n from ${table}`))[0]?.n;

describe('many services over one database', () => {
  test('three processes that start at once on an empty database all become ready, and it is prepared once', async () => {
    const url = await freshDatabase(external, 'three_at_once');
    const services = [1, 2, 3].map(() => serviceProcess({ DATABASE_URL: url, CERTBRIDGE_LOG_LEVEL: 'error' }));
    const addresses = await Promise.all(services.map(({ ready }) => ready));
    for (const address of addresses) {
      const { value } = await ask(`${address}/v1/channels`);
      expect(value).toEqual({ channels: seeds.map(({ id, name }) => ({ id, name })) });
    }
    expect(await count(url, 'kysely_migration')).toBe(MIGRATIONS);
    expect(await count(url, 'channel')).toBe(5);
    for (const { child } of services) child.kill('SIGTERM');
    expect(await Promise.all(services.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(services.map(({ output }) => output())).toEqual(['', '', '']);
  });

  test('ten at once on each of three empty databases: none fails', async () => {
    for (const name of ['ten_a', 'ten_b', 'ten_c']) {
      const url = await freshDatabase(external, name);
      await Promise.all(Array.from({ length: 10 }, () => prepare(url)));
      expect(await count(url, 'kysely_migration')).toBe(MIGRATIONS);
    }
  });
});

test('what staff edited and what they added stays; what is absent comes back', async () => {
  const url = await freshDatabase(external, 'edited');
  await prepare(url);
  await query(
    url,
    `update channel set document = jsonb_set(document, '{hotline,phone}', '"400-1"') where id = 'sgca-mobile'`,
  );
  await query(url, `delete from channel where id = 'paperless-unit'`);
  await prepare(url);
  const rows = await query<{ id: string; phone: string }>(
    url,
    `select id, document#>>'{hotline,phone}' as phone from channel`,
  );
  expect(rows).toHaveLength(5);
  expect(rows).toContainEqual({ id: 'sgca-mobile', phone: '400-1' });
});

test('a document that an edit broke is an error of that channel alone, and does not leave', async () => {
  const url = await freshDatabase(external, 'broken');
  const service = await startService(testConfig(folder, { databaseUrl: url, logLevel: 'silent' }));
  await query(url, `update channel set document = document - 'hotline' where id = 'sgca-mobile'`);
  expect(await ask(`${service.url}/v1/channels/sgca-mobile`)).toMatchObject({ status: 500, code: 'REPLY_INVALID' });
  expect((await fetch(`${service.url}/v1/channels/paperless-unit`)).status).toBe(200);
  await service.stop();
});

test('a database that a newer version has changed is left alone', async () => {
  const url = await freshDatabase(external, 'newer');
  await prepare(url);
  await query(url, `insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`);
  await expect(prepare(url)).rejects.toMatchObject({
    exitCode: 2,
    what: { en: expect.stringContaining('newer version') },
  });
});

test.each([
  ['nobody listens', (url: URL) => Object.assign(url, { port: '1' })],
  ['the password is wrong', (url: URL) => Object.assign(url, { password: 'hunter2' })],
  ['there is no such database', (url: URL) => Object.assign(url, { pathname: '/nowhere' })],
])('a DATABASE_URL that does not work is named, without its password: %s', async (_name, spoil) => {
  const address = spoil(new URL(external.url));
  const {
    child: _,
    ready,
    ended,
    output,
  } = serviceProcess({ DATABASE_URL: address.href, CERTBRIDGE_DATA_DIR: folder });
  expect(await ready).toBeUndefined();
  expect(await ended).toBe(2);
  expect(output()).toContain('DATABASE_URL');
  expect(output()).not.toContain(address.password);
});
