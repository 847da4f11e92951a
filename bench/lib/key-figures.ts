import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rawCalls } from '../../tests/keys/raw/raw-calls.ts';
import { orThrow } from '../../tests/keys/through-host/host-desk.ts';
import { startDriver } from './driver-process.ts';
import { BENCH_ALGORITHMS, type KeyInHost } from './key-in-host.ts';
import type { Figure } from './report.ts';
import { type Timings, timings } from './timings.ts';

const run = promisify(execFile);
const COUNT = 100;
const WARM_UP = 10;
/** Each starts a process. */
const TOOL_COUNT = 10;
const TOOL_KEY = 'cb:BENCH-rsa-2048:sign';
const LIST_TARGET_MS = 30;
const RAW_TARGET = { times: 1.15, plusMs: 1.5 } as const;
const RAW = '同进程 pkcs11js in-process';

export async function signFigures(key: KeyInHost, dir: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const digest = join(dir, 'digest');
  await writeFile(digest, Buffer.alloc(32, 0xab));
  for (const algorithm of BENCH_ALGORITHMS) {
    const orders = await key.signingOrders(algorithm, COUNT + WARM_UP);
    const { pin } = key.test;
    const signing = async () =>
      orThrow(await key.desk.call('application.sign', { workOrder: orders.pop() ?? '', pin }));
    const measured = await repeated(signing);
    const what = `签名 application.sign ${algorithm}`;
    const raw = timings(await rawCalls(key.test.module, { work: 'sign', algorithm, ...placeOf(key), count: COUNT }));
    figures.push({ what, measured, floor: { name: RAW, measured: raw }, target: signTarget(measured, raw) });
    // pkcs11-tool signs with ECDSA in parts, which SoftHSM2 does not do.
    if (algorithm !== 'rsa-2048') continue;
    const files = ['--input-file', digest, '--output-file', join(dir, 'signature')];
    const words = ['--login', '--pin', pin, '--sign', ...files, '--mechanism', 'RSA-PKCS', '--label', TOOL_KEY];
    figures.push({ what, measured, floor: { name: 'pkcs11-tool', measured: await byTool(key, words) } });
  }
  return figures;
}

export async function listFigures(key: KeyInHost): Promise<Figure[]> {
  const what = '四把 UKey 的列表 keys.list, four keys';
  const measured = await repeated(async () => {
    const { keys } = orThrow(await key.desk.call('keys.list', {}));
    if (keys.length !== 4) throw new Error(`${keys.length} keys`);
  });
  const driver = startDriver(key.test.module);
  await driver.walk(WARM_UP);
  const raw = timings(await driver.walk(COUNT));
  await driver.stop();
  return [
    {
      what,
      measured,
      floor: { name: RAW, measured: raw },
      target: `≤ ${LIST_TARGET_MS} ms ${met(measured.median <= LIST_TARGET_MS)}`,
    },
    { what, measured, floor: { name: 'pkcs11-tool', measured: await byTool(key, ['--list-slots']) } },
  ];
}

export async function readFigures(key: KeyInHost): Promise<Figure[]> {
  const what = '读一把 UKey key.read';
  const measured = await repeated(async () => orThrow(await key.desk.call('key.read', { keyId: key.keyId })));
  const raw = await rawCalls(key.test.module, { work: 'read', algorithm: 'p256', ...placeOf(key), count: COUNT });
  const words = ['--token-label', 'Bench 1', '--list-objects', '--type', 'cert'];
  return [
    { what, measured, floor: { name: RAW, measured: timings(raw) } },
    { what, measured, floor: { name: 'pkcs11-tool', measured: await byTool(key, words) } },
  ];
}

function placeOf({ serial, test }: KeyInHost) {
  return { serial, pin: test.pin };
}

/** After a few that are not counted. */
async function repeated(work: () => Promise<unknown>): Promise<Timings> {
  const samples: number[] = [];
  for (let turn = 0; turn < COUNT + WARM_UP; turn += 1) {
    const began = performance.now();
    await work();
    samples.push(performance.now() - began);
  }
  return timings(samples.slice(WARM_UP));
}

async function byTool({ test }: KeyInHost, words: readonly string[]): Promise<Timings> {
  const samples: number[] = [];
  const own = words.includes('--sign') ? ['--token-label', 'Bench 1'] : [];
  for (let turn = 0; turn < TOOL_COUNT; turn += 1) {
    const began = performance.now();
    const env = { ...process.env, ...test.module.env };
    await run('pkcs11-tool', ['--module', test.module.path, ...own, ...words], { env });
    samples.push(performance.now() - began);
  }
  return timings(samples);
}

function signTarget(measured: Timings, raw: Timings): string {
  const limit = RAW_TARGET.times * raw.median + RAW_TARGET.plusMs;
  return `≤ ${RAW_TARGET.times} × raw + ${RAW_TARGET.plusMs} ms = ${limit.toFixed(2)} ms ${met(measured.median <= limit)}`;
}

function met(is: boolean): string {
  return is ? '✓' : '✗';
}
