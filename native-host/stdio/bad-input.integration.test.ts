import { readFile } from 'node:fs/promises';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import type { ToClient } from '@certbridge/shared/contract/wire.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bad, badFrames } from '../testing/bad-frames.ts';
import {
  type ConfigFile,
  configFile,
  type HostProcess,
  helloMessage,
  startHostProcess,
} from '../testing/host-process.ts';
import { type SoftToken, type SoftTokens, softTokens } from '../testing/soft-tokens.ts';

const BEFORE_HELLO = 20_000;
const AFTER_HELLO = 80_000;
const MEMORY_LIMIT_KB = 256 * 1024;

let tokens: SoftTokens;
let token: SoftToken;
let config: ConfigFile;

beforeAll(async () => {
  tokens = await softTokens();
  token = await tokens.make('测试锁');
  config = await configFile({ modules: [tokens.module] });
});

afterAll(async () => {
  await config.remove();
  await tokens.remove();
});

it('100,000 bad frames: each gets its named error, and the same process goes on serving', async () => {
  const host = startHostProcess(config.path);
  const bad = [...badFrames(BEFORE_HELLO, { seed: 1, greeted: false })];
  await sendAll(host, bad);
  host.send(helloMessage());
  await host.until((message) => message.type === 'reply' && message.id === 'hello');
  const later = [...badFrames(AFTER_HELLO, { seed: 2, greeted: true })];
  await sendAll(host, later);
  host.send({ type: 'request', id: 'last', operation: 'keys.list', input: {} });
  const last = await host.until((message) => message.type === 'reply' && message.id === 'last');

  expect(last).toMatchObject({ result: { ok: true, value: { keys: [{ keyId: token.keyId }], troubles: [] } } });
  expectAnswers(host.messages, [...bad, ...later]);
  expect(await peakMemoryKb(host.child.pid)).toBeLessThan(MEMORY_LIMIT_KB);
  host.child.stdin.end();
  expect(await host.exit()).toBe(0);
}, 120_000);

it('a frame that is cut by the end of the stream is named, and the host leaves in order', async () => {
  const host = startHostProcess(config.path);
  host.child.stdin.end(new Uint8Array([9, 0, 0, 0, 0x7b]));
  expect(await host.exit()).toBe(0);
  expect(host.messages).toEqual([{ type: 'notice', error: { code: 'FRAME_TRUNCATED' } }]);
});

it('a frame that claims four gigabytes is named at once', async () => {
  const host = startHostProcess(config.path);
  await host.sendBytes(new Uint8Array([0xff, 0xff, 0xff, 0xff, 1, 2, 3]));
  const notice = await host.until((message) => message.type === 'notice');
  expect(notice).toMatchObject({
    error: { code: 'FRAME_TOO_LARGE', values: { limit: LIMITS.browserToHostBytes } },
  });
  host.child.stdin.end();
  expect(await host.exit()).toBe(0);
});

async function sendAll(host: HostProcess, frames: readonly Bad[]): Promise<void> {
  for (const { bytes } of frames) await host.sendBytes(bytes);
}

/** Replies by their id, notices by their order: what belongs to which frame must never be in doubt. */
function expectAnswers(messages: readonly ToClient[], frames: readonly Bad[]): void {
  const replies = new Map(
    messages.flatMap((message) => (message.type === 'reply' ? [[message.id, message.result]] : [])),
  );
  const notices = messages.filter((message) => message.type === 'notice');
  const wrong: unknown[] = [];
  let nextNotice = 0;
  for (const frame of frames) {
    const result = frame.id === undefined ? undefined : replies.get(frame.id);
    const code = frame.id === undefined ? notices[nextNotice++]?.error.code : result?.ok ? 'ok' : result?.error.code;
    if (!frame.expected.includes(code ?? 'nothing')) wrong.push({ sent: frame.what, expected: frame.expected, code });
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(nextNotice).toBe(notices.length);
  expect(replies.size).toBe(frames.filter(({ id }) => id !== undefined).length + 2);
}

async function peakMemoryKb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
}
