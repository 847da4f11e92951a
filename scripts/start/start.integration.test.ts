import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../native-host/config/load-config.ts';
import { ROOT } from '../tools/root.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'certbridge-start-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

/** As `npm start -- --no-browser` does it, with ports and data of its own. */
function npmStart(dataIn = dataDir) {
  return spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--no-browser'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CERTBRIDGE_DATA_DIR: dataIn,
      CERTBRIDGE_SANDBOX_PORT: '0',
      CERTBRIDGE_SERVICE_PORT: '0',
    },
  });
}

/** What it has printed when it says that it is ready. */
async function whenReady(stdout: Readable): Promise<string> {
  let printed = '';
  stdout.on('data', (chunk) => {
    printed += chunk;
  });
  await expect.poll(() => printed, { timeout: 60_000 }).toContain('Ready after');
  return printed;
}

function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return once(socket, 'connect').then(
    () => {
      socket.destroy();
      return true;
    },
    () => false,
  );
}

it('npm start prints addresses that answer, runs once in a folder, and ends with everything at Ctrl-C', async () => {
  const start = npmStart();
  const printed = await whenReady(start.stdout);
  const addresses = printed.match(/http:\/\/127\.0\.0\.1:\d+\/\S*/g) ?? [];
  expect(addresses).toHaveLength(11);
  for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);

  const hostConfig = await loadConfig(join(dataDir, 'host-config.json'));
  expect(hostConfig).toMatchObject({ value: { workOrderKeys: { keys: [{ alg: 'ES256' }] } } });

  const second = npmStart();
  const [refusal] = await Promise.all([text(second.stderr), once(second, 'close')]);
  expect(second.exitCode).toBe(1);
  expect(refusal).toContain(`An npm start is already running in this folder (pid `);
  expect(refusal).toContain(join(dataDir, 'running.pid'));

  start.kill('SIGINT');
  await once(start, 'exit');
  expect(start.exitCode).toBe(0);
  for (const address of addresses) await expect(fetch(address), address).rejects.toThrow();
});

it('a second Ctrl-C ends everything at once, the database with it', async () => {
  const start = npmStart();
  const printed = await whenReady(start.stdout);
  const service = new URL(/http:\/\/\S+(?=\/health)/.exec(printed)?.[0] ?? '');
  const lockFile = readFileSync(join(dataDir, 'service/postgres/cluster/postmaster.pid'), 'utf8');
  const database = Number(lockFile.split('\n')[3]);
  // A request that is never whole: a stop in good order would wait for the rest of it.
  const half = connect(Number(service.port), service.hostname);
  half.on('error', () => undefined);
  half.write('POST /v1/channels HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
  const pressed = setInterval(() => start.kill('SIGINT'), 600);
  await once(start, 'exit');
  clearInterval(pressed);
  half.destroy();
  expect(start.exitCode).toBe(0);
  await expect.poll(() => answers(database)).toBe(false);
});

it('a data folder that cannot be written is named, with what to do, and without a stack', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  const start = npmStart(join(file, 'demo'));
  const [refusal] = await Promise.all([text(start.stderr), once(start, 'close')]);
  expect(start.exitCode).toBe(1);
  expect(refusal).toContain(`Cannot write ${join(file, 'demo')} (ENOTDIR)`);
  expect(refusal).toContain('CERTBRIDGE_DATA_DIR=');
  expect(refusal).not.toMatch(/^\s+at /m);
});
