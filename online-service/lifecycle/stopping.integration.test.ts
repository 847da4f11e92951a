import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { startService } from '../service.ts';
import { readReply } from '../testing/ask.ts';
import { eventually } from '../testing/eventually.ts';
import { externalDatabase, freshDatabase, query } from '../testing/external-database.ts';
import { serviceProcess } from '../testing/service-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { testConfig } from '../testing/test-config.ts';

const folder = await temporaryFolder();
const external = await externalDatabase();

/** Holds the table, so that a request for a channel stays open until let go. */
async function holdChannels(databaseUrl: string) {
  const holder = new pg.Client(databaseUrl);
  await holder.connect();
  await holder.query('begin; lock table channel in access exclusive mode');
  const waiting = `select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`;
  return {
    someoneWaits: () => eventually(async () => (await query(databaseUrl, waiting)).length).toBeGreaterThan(0),
    letGo: () => holder.end(),
  };
}

const refusesConnections = (url: string) =>
  eventually(() =>
    fetch(`${url}/health`).then(
      () => 'answers',
      () => 'refuses',
    ),
  ).toBe('refuses');

describe('a graceful stop', () => {
  test('finishes the open request, takes no new one', async () => {
    const databaseUrl = await freshDatabase(external, 'graceful');
    const service = await startService(testConfig(folder, { databaseUrl, logLevel: 'silent' }));
    const held = await holdChannels(databaseUrl);
    const open = fetch(`${service.url}/v1/channels/paperless-unit`);
    await held.someoneWaits();
    const stopped = service.stop();
    await refusesConnections(service.url);
    await held.letGo();
    const reply = await open;
    expect([reply.status, reply.headers.get('connection')]).toEqual([200, 'close']);
    expect((await readReply(reply)).value).toMatchObject({ id: 'paperless-unit' });
    expect(await stopped).toBe('finished');
  });

  test('asked for twice is one stop', async () => {
    const databaseUrl = await freshDatabase(external, 'twice');
    const service = await startService(testConfig(folder, { databaseUrl, logLevel: 'silent' }));
    expect(await Promise.all([service.stop(), service.stop()])).toEqual(['finished', 'finished']);
  });

  test('cuts a request that does not end in its time, and the process says so by its exit code', async () => {
    const databaseUrl = await freshDatabase(external, 'late');
    const service = serviceProcess({
      DATABASE_URL: databaseUrl,
      CERTBRIDGE_STOP_SECONDS: '1',
      CERTBRIDGE_LOG_LEVEL: 'error',
    });
    const url = await service.ready;
    const held = await holdChannels(databaseUrl);
    const open = fetch(`${url}/v1/channels`).then(
      () => 'answered',
      () => 'cut off',
    );
    await held.someoneWaits();
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(1);
    expect(await open).toBe('cut off');
    await held.letGo();
  });
});

describe('the process stops with its database', () => {
  const started = async (name: string) => {
    const dataDir = join(folder, name);
    const service = serviceProcess({ CERTBRIDGE_DATA_DIR: dataDir, CERTBRIDGE_LOG_LEVEL: 'error' });
    return { service, lockFile: join(dataDir, 'postgres/cluster/postmaster.pid') };
  };

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('on %s', async (signal) => {
    const { service, lockFile } = await started(signal);
    expect(await service.ready).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    service.child.kill(signal);
    expect(await service.ended).toBe(0);
    await expect(readFile(lockFile)).rejects.toThrow('ENOENT');
  });

  test('when its parent is gone', async () => {
    const { service, lockFile } = await started('orphan');
    await service.ready;
    service.child.disconnect();
    expect(await service.ended).toBe(0);
    await expect(readFile(lockFile)).rejects.toThrow('ENOENT');
  });

  test('while it is still starting', async () => {
    const { service, lockFile } = await started('early');
    await eventually(() => readdir(join(folder, 'early/postgres')).catch(() => [])).not.toEqual([]);
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(await service.ready).toBeUndefined();
    await expect(readFile(lockFile)).rejects.toThrow('ENOENT');
  });
});

describe('what keeps it from starting is said, with the next step', () => {
  test('a busy port: its number and its variable; nothing else is begun', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const dataDir = join(folder, 'busy');
    const service = serviceProcess({ CERTBRIDGE_SERVICE_PORT: String(port), CERTBRIDGE_DATA_DIR: dataDir });
    expect(await service.ended).toBe(2);
    expect(service.output()).toContain(`端口 ${port} 已被占用`);
    expect(service.output()).toContain('CERTBRIDGE_SERVICE_PORT');
    expect(await readdir(folder)).not.toContain('busy');
    other.close();
  });

  test('an address of another machine', async () => {
    const service = serviceProcess({ CERTBRIDGE_SERVICE_HOST: '203.0.113.7', CERTBRIDGE_DATA_DIR: folder });
    expect(await service.ended).toBe(2);
    expect(service.output()).toContain('CERTBRIDGE_SERVICE_HOST');
  });

  test('a bad setting', async () => {
    const service = serviceProcess({ CERTBRIDGE_SERVICE_PORT: 'seventy' });
    expect(await service.ended).toBe(2);
    expect(service.output()).toContain('CERTBRIDGE_SERVICE_PORT');
    expect(service.output()).not.toMatch(/^\s+at /m);
  });

  test('a data folder that cannot be made', async () => {
    const service = serviceProcess({ CERTBRIDGE_DATA_DIR: '/dev/null/data' });
    expect(await service.ended).toBe(2);
    expect(service.output()).toContain('CERTBRIDGE_DATA_DIR');
  });
});
