import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type SandboxReady, sandboxKeys, sandboxReady } from './config/ready-message.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'certbridge-sandbox-main-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

function run(port: string, data = dataDir): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, CERTBRIDGE_SANDBOX_PORT: port, CERTBRIDGE_DATA_DIR: data },
  });
  children.push(child);
  return child;
}

async function ready(child: ChildProcess): Promise<SandboxReady> {
  const early = once(child, 'exit').then(async () => {
    throw new Error(`ended early: ${child.stderr ? await text(child.stderr) : ''}`);
  });
  const [message] = await Promise.race([once(child, 'message'), early]);
  return sandboxReady.parse(message);
}

function statusOf(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
}

test('tells its parent every address and driver, answers on all of them, and ends in peace on SIGTERM', async () => {
  const child = run('0');
  const { url, portals, usb } = await ready(child);
  const { host, port } = new URL(url);
  expect(await statusOf(url, host)).toBe(200);
  expect(await statusOf(new URL('/usb', url).href, host)).toBe(200);
  expect(portals.map(({ channelId }) => channelId)).toEqual(['shangqiu-ggzy', 'paperless-unit', 'beijing-district']);
  for (const portal of portals) {
    expect(new URL(portal.url).port).toBe(port);
    expect(await statusOf(url, new URL(portal.url).host)).toBe(200);
  }
  expect(usb.modules.map(({ id, seesNewTokensAfter }) => [id, seesNewTokensAfter])).toEqual([
    ['opensc', 'polling'],
    ['softhsm2', 'reinitialize'],
  ]);
  expect(usb.modules[1]?.env['SOFTHSM2_CONF']).toContain(dataDir);

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a busy port is an error with its next step, exit 2, and the running sandbox goes on', async () => {
  const first = run('0');
  const { url } = await ready(first);
  const { host, port } = new URL(url);
  const second = run(port);
  const words = second.stderr ? text(second.stderr) : '';
  expect(await once(second, 'exit')).toEqual([2, null]);
  expect(await words).toMatch(new RegExp(`SANDBOX_PORT_BUSY[\\s\\S]*${port}[\\s\\S]*CERTBRIDGE_SANDBOX_PORT=`));
  expect(await statusOf(new URL('/usb/keys', url).href, host)).toBe(200);
});

test('ends by itself when its parent is gone, even while a page listens to the USB port', async () => {
  const child = run('0');
  const { url } = await ready(child);
  const stream = await new Promise<NodeJS.EventEmitter>((resolve, reject) => {
    get(new URL('/usb/events', url), resolve).on('error', reject);
  });
  stream.on('error', () => undefined);
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('tells its parent of new keys: the service must hear of them', async () => {
  const child = run('0');
  const { url, payments } = await ready(child);
  const told = once(child, 'message');
  const provider = new URLSearchParams({ provider: 'alipay' });
  await fetch(new URL('/wallet/rotate', url), { method: 'POST', body: provider, redirect: 'manual' });
  const keys = sandboxKeys.parse((await told)[0]).payments.alipay;
  expect(keys.gateway).toBe(payments.alipay.gateway);
  expect(keys.appPrivateKey).not.toBe(payments.alipay.appPrivateKey);
  // Who changes over needs both for a while.
  expect(keys.alipayPublicKeys).toHaveLength(2);
  expect(keys.alipayPublicKeys).toContain(payments.alipay.alipayPublicKeys[0]);
});

test('a port that is none is an error with its next step, exit 2', async () => {
  const child = run('http');
  const words = child.stderr ? text(child.stderr) : '';
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(await words).toContain('SANDBOX_PORT_INVALID');
});
