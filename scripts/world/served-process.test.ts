import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { ToldProblem } from '../tools/told-problem.mjs';
import { type ServedProcessOptions, startServedProcess } from './served-process.ts';

const READY = z.strictObject({ type: z.literal('ready'), url: z.url() });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-served-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function start(program: string, signals: Pick<ServedProcessOptions<unknown>, 'signal' | 'endNow' | 'afterKill'> = {}) {
  const entry = join(folder, 'program.mjs');
  writeFileSync(entry, program);
  const log: string[] = [];
  const started = startServedProcess({
    name: '时钟 clock',
    entry,
    env: {},
    ready: READY,
    onLog: (line) => log.push(line),
    ...signals,
  });
  return { started, log };
}

it('a process is there once it says that it is ready, and what it said with it', async () => {
  const { started, log } = start(`
    console.log('hello');
    process.send({ type: 'starting' });
    process.send({ type: 'ready', url: 'http://127.0.0.1:1' });
    process.on('SIGTERM', () => process.disconnect());
  `);
  const { ready, stop } = await started;
  expect(ready).toEqual({ type: 'ready', url: 'http://127.0.0.1:1' });
  await stop();
  expect(log).toEqual(['hello']);
});

it('a process that dies early is named, with its last words', async () => {
  const { started } = start("console.error('no disk'); process.exitCode = 2;");
  const problem: ToldProblem = await started.then(
    () => expect.unreachable(),
    (cause) => cause,
  );
  expect(problem.toText()).toContain('时钟 clock 没有启动（exit 2）');
  expect(problem.toText()).toContain('时钟 clock did not start (exit 2)');
  expect(problem.details).toEqual(['no disk']);
});

it('a process that is ready in other words is stopped, and what does not fit is named', async () => {
  const { started, log } = start(
    "console.log(process.pid); process.send({ type: 'ready', url: 1 }); setInterval(() => {}, 1000);",
  );
  const problem: ToldProblem = await started.then(
    () => expect.unreachable(),
    (cause) => cause,
  );
  expect(problem.toText()).toContain('What 时钟 clock said when it was ready is not understood');
  expect(problem.details).toEqual(['url: invalid_type']);
  expect(() => process.kill(Number(log[0]), 0)).toThrow('ESRCH');
});

it('a start that is called off leaves no process', async () => {
  const calledOff = new AbortController();
  const { started, log } = start(
    "console.log(process.pid); process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000);",
    { signal: calledOff.signal },
  );
  await expect.poll(() => log).toHaveLength(1);
  calledOff.abort();
  await expect(started).rejects.toThrow('abort');
  expect(() => process.kill(Number(log[0]), 0)).toThrow('ESRCH');
});

/** Takes no notice of a wish to stop. */
const STUBBORN = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);";

it('a process that must end now ends, however stubborn, and what it leaves is ended after it', async () => {
  const now = new AbortController();
  const swept: string[] = [];
  const { started } = start(`${STUBBORN} process.send({ type: 'ready', url: 'http://127.0.0.1:1' });`, {
    endNow: now.signal,
    afterKill: async () => {
      swept.push('swept');
    },
  });
  const { ended, stop } = await started;
  const stopped = stop();
  now.abort();
  await ended;
  await stopped;
  expect(swept).toEqual(['swept']);
});

it('a process that must end now ends while it is still starting', async () => {
  const now = new AbortController();
  const { started, log } = start(`${STUBBORN} console.log('starting');`, { endNow: now.signal });
  await expect.poll(() => log).toHaveLength(1);
  now.abort();
  await expect(started).rejects.toThrow('did not start (SIGKILL)');
});
