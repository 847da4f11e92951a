import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startService } from '../service.ts';
import { openCluster } from '../storage/embedded/cluster.ts';
import { freePort } from '../storage/embedded/free-port.ts';
import { startServer, stopServer } from '../storage/embedded/server.ts';
import { ask } from '../testing/ask.ts';
import { eventually } from '../testing/eventually.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { testConfig } from '../testing/test-config.ts';

const folder = await temporaryFolder();

const READY = { status: 200, code: undefined, value: expect.anything() };
const NOT_READY = { status: 503, code: 'SERVICE_NOT_READY', value: undefined };

test('health turns to 503 when the database goes, and recovers by itself when it is back', async () => {
  const cluster = await openCluster(join(folder, 'theirs'));
  const port = await freePort();
  await startServer(cluster, port);
  onTestFinished(() => stopServer(cluster).then(() => undefined));
  const databaseUrl = `postgresql://certbridge:${cluster.password}@127.0.0.1:${port}/postgres`;
  const service = await startService(testConfig(folder, { databaseUrl, logLevel: 'silent' }));
  expect(await ask(`${service.url}/health`)).toEqual(READY);

  await stopServer(cluster);
  expect(await ask(`${service.url}/health`)).toEqual(NOT_READY);
  expect(await ask(`${service.url}/v1/channels`)).toEqual(NOT_READY);
  expect((await fetch(`${service.url}/metrics`)).status).toBe(200);

  await startServer(cluster, port);
  await eventually(() => ask(`${service.url}/health`)).toEqual(READY);
  expect(await ask(`${service.url}/v1/channels`)).toEqual(READY);
  await service.stop();
});

test('our own database is brought up again when it is killed', async () => {
  const dataDir = join(folder, 'ours');
  const service = await startService(testConfig(dataDir, { logLevel: 'silent' }));
  const serverId = async () =>
    Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
  const killed = await serverId();
  process.kill(killed, 'SIGKILL');
  await eventually(async () => (await serverId().catch(() => killed)) !== killed).toBe(true);
  await eventually(() => ask(`${service.url}/health`)).toEqual(READY);
  expect(await ask(`${service.url}/v1/channels/paperless-unit`)).toEqual(READY);
  await service.stop();
});
