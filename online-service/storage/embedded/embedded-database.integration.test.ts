import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../create-log.ts';
import { ask } from '../../testing/ask.ts';
import { eventually } from '../../testing/eventually.ts';
import { query } from '../../testing/external-database.ts';
import { serviceProcess } from '../../testing/service-process.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { stopLeftServer } from './stop-left-server.ts';

const folder = await temporaryFolder();

const settings = (dataDir: string) => ({ CERTBRIDGE_DATA_DIR: dataDir, CERTBRIDGE_LOG_LEVEL: 'error' });
const lockFile = (dataDir: string) => join(dataDir, 'postgres/cluster/postmaster.pid');

async function server(dataDir: string): Promise<{ pid: number; url: string }> {
  const [pid, , , port] = (await readFile(lockFile(dataDir), 'utf8')).split('\n');
  const password = await readFile(join(dataDir, 'postgres/password'), 'utf8');
  return { pid: Number(pid), url: `postgresql://certbridge:${password}@127.0.0.1:${port}/certbridge` };
}

/** Asked by its port: a dead process may keep its id until its parent looks. */
async function answers({ url }: { readonly url: string }): Promise<boolean> {
  return query(url, 'select 1').then(
    () => true,
    () => false,
  );
}

async function kill(left: { readonly pid: number; readonly url: string }): Promise<void> {
  process.kill(left.pid, 'SIGKILL');
  await eventually(() => answers(left)).toBe(false);
}

/** A service that was used, then killed without a chance to clean up. */
async function killedService(dataDir: string) {
  const { child, ready, ended } = serviceProcess(settings(dataDir));
  expect(await ready).toBeDefined();
  const left = await server(dataDir);
  await query(
    left.url,
    `update channel set document = jsonb_set(document, '{name}', '"改过"') where id = 'sgca-mobile'`,
  );
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  return left;
}

async function expectEdited(dataDir: string) {
  const next = serviceProcess(settings(dataDir));
  const url = await next.ready;
  expect(next.output()).toBe('');
  expect((await ask(`${url}/v1/channels/sgca-mobile`)).value).toMatchObject({ name: '改过' });
  const now = await server(dataDir);
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
  expect(await answers(now)).toBe(false);
  return now.pid;
}

describe('a start after a crash', () => {
  test('the service was killed: the server that it left is taken over with its data, and stopped in the end', async () => {
    const dataDir = join(folder, 'service-killed');
    const left = await killedService(dataDir);
    expect(await answers(left)).toBe(true);
    expect(await expectEdited(dataDir)).toBe(left.pid);
  });

  test('service and server were killed: the server recovers its data', async () => {
    const dataDir = join(folder, 'both-killed');
    const left = await killedService(dataDir);
    await kill(left);
    expect(await expectEdited(dataDir)).not.toBe(left.pid);
  });

  test('the stale lock file names a process that is somebody else by now: it does not keep the server down', async () => {
    const dataDir = join(folder, 'pid-reused');
    const left = await killedService(dataDir);
    await kill(left);
    const lines = (await readFile(lockFile(dataDir), 'utf8')).split('\n');
    await writeFile(lockFile(dataDir), [process.pid, ...lines.slice(1)].join('\n'));
    await expectEdited(dataDir);
  });

  test('the service was killed for good, its server with it: the data is there again', async () => {
    const dataDir = join(folder, 'ended-now');
    const left = await killedService(dataDir);
    await stopLeftServer(dataDir);
    await eventually(() => answers(left)).toBe(false);
    expect(await expectEdited(dataDir)).not.toBe(left.pid);
    await stopLeftServer(dataDir);
  });
});

test('a second service on the same data folder is refused, and the first is not disturbed', async () => {
  const dataDir = join(folder, 'two');
  const first = serviceProcess(settings(dataDir));
  const url = await first.ready;
  const second = serviceProcess(settings(dataDir));
  expect(await second.ended).toBe(2);
  expect(second.output()).toMatch(/数据文件夹正被另一个[\s\S]*CERTBRIDGE_DATA_DIR/);
  expect((await fetch(`${url}/health`)).status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

test.each([
  ['a folder that others may enter', 0o755],
  ['a folder that only its owner may enter', 0o700],
  ['a folder with a blank and Chinese in its name', 0o755],
])('it works in %s; loopback only, and the password is for its owner', async (name, mode) => {
  const parent = join(folder, name.includes('Chinese') ? '数据 文件夹' : mode.toString(8));
  await mkdir(parent);
  await chmod(parent, mode);
  const place = join(parent, 'postgres');
  const signal = new AbortController().signal;
  const database = await startEmbeddedDatabase({ folder: place, log: createLog('silent'), signal });
  expect(new URL(database.url).hostname).toBe('127.0.0.1');
  expect(await query(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await query(database.url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  expect(await query(database.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect((await stat(join(place, 'password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(place, 'cluster'))).mode & 0o777).toBe(0o700);
  await database.stop();
});

test('data of another major version is refused, not spoilt', async () => {
  const place = join(folder, 'old', 'postgres');
  const options = { folder: place, log: createLog('silent'), signal: new AbortController().signal };
  await (await startEmbeddedDatabase(options)).stop();
  await writeFile(join(place, 'cluster', 'PG_VERSION'), '14\n');
  await expect(startEmbeddedDatabase(options)).rejects.toMatchObject({
    what: { zh: expect.stringContaining('PostgreSQL 14') },
  });
});
