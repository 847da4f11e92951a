import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ConfigFile,
  configFile,
  frameOfMessage,
  type HostProcess,
  helloMessage,
  OUR_ORIGIN,
  startHostProcess,
} from './testing/host-process.ts';
import { type SoftTokens, softTokens } from './testing/soft-tokens.ts';

let tokens: SoftTokens;
let config: ConfigFile;

beforeAll(async () => {
  tokens = await softTokens();
  config = await configFile({ modules: [tokens.module] });
});

afterAll(async () => {
  await config.remove();
  await tokens.remove();
});

describe('the host process', () => {
  it('greets the extension that the browser names', async () => {
    const host = startHostProcess(config.path, [OUR_ORIGIN, '--parent-window=0']);
    host.send(helloMessage());
    expect(await host.until(({ type }) => type === 'reply')).toMatchObject({ result: { ok: true } });
    host.child.stdin.end();
    expect(await host.exit()).toBe(0);
  });

  it.each([
    ['another extension', ['chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/']],
    ['nobody', []],
    ['another Firefox extension', ['/x/cn.certbridge.host.json', 'other@example.cn']],
  ])('refuses %s by name and leaves, hearing nothing', async (_who, args) => {
    const host = startHostProcess(config.path, args);
    host.send(helloMessage());
    expect(await host.exit()).toBe(1);
    expect(host.messages).toEqual([{ type: 'notice', error: { code: 'HOST_FORBIDDEN' } }]);
  });

  it('that finds no configuration says so by name', async () => {
    const host = startHostProcess(`${config.path}.missing`);
    expect(await host.exit()).toBe(1);
    expect(host.messages).toEqual([
      { type: 'notice', error: { code: 'HOST_NOT_STARTING', support: 'config: missing' } },
    ]);
  });

  it('that can’t understand its configuration names the place', async () => {
    const broken = await configFile();
    await writeFile(broken.path, JSON.stringify({ allowedExtensionIds: [], useKnownModules: 'yes', modules: [] }));
    const host = startHostProcess(broken.path);
    expect(await host.exit()).toBe(1);
    expect(host.messages).toMatchObject([{ error: { support: 'config: useKnownModules invalid_type' } }]);
    await broken.remove();
  });

  it('answers what comes in one piece with the greeting, in that order', async () => {
    const host = startHostProcess(config.path);
    const frames = [helloMessage(), { type: 'request', id: 'ping', operation: 'ping', input: {} }].map(frameOfMessage);
    await host.sendBytes(Buffer.concat(frames));
    await host.until((message) => message.type === 'reply' && message.id === 'ping');
    expect(host.messages).toMatchObject([
      { id: 'hello', result: { ok: true } },
      { id: 'ping', result: { ok: true } },
    ]);
    host.child.stdin.end();
    expect(await host.exit()).toBe(0);
  });

  it('leaves when the browser does, and takes its drivers’ processes along', async () => {
    const host = startHostProcess(config.path);
    await greeted(host);
    host.send({ type: 'request', id: 'watch', operation: 'keys.watch', input: {} });
    await host.until(({ type }) => type === 'event');
    const workers = childrenOf(host.child.pid);
    expect(workers).toHaveLength(1);
    host.child.stdin.end();
    expect(await host.exit()).toBe(0);
    await expect.poll(() => workers.filter(isAlive)).toEqual([]);
  });

  it('leaves no driver’s process behind even when it is killed', async () => {
    const host = startHostProcess(config.path);
    await greeted(host);
    host.send({ type: 'request', id: 'list', operation: 'keys.list', input: {} });
    await host.until((message) => message.type === 'reply' && message.id === 'list');
    const workers = childrenOf(host.child.pid);
    expect(workers).toHaveLength(1);
    host.child.kill('SIGKILL');
    await host.exit();
    await expect.poll(() => workers.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  });

  it('answers to SIGTERM by leaving in order', async () => {
    const host = startHostProcess(config.path);
    await greeted(host);
    host.child.kill('SIGTERM');
    expect(await host.exit()).toBe(0);
  });
});

async function greeted(host: HostProcess): Promise<void> {
  host.send(helloMessage());
  await host.until(({ type }) => type === 'reply');
}

function childrenOf(pid: number | undefined): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}

/** A process that ended but that nobody has fetched yet (a zombie) is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
