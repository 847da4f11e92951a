import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SoftToken, type SoftTokens, softTokens } from '../testing/soft-tokens.ts';

const CLI = fileURLToPath(new URL('./main.ts', import.meta.url));
let profile: string;
let tokens: SoftTokens;
let token: SoftToken;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'profile-'));
  tokens = await softTokens();
  token = await tokens.make('测试锁');
});

afterAll(async () => {
  await rm(profile, { recursive: true });
  await tokens.remove();
});

function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const atProfile = (command: string, ...more: string[]) => cli(command, '--dir', profile, ...more);

async function useOnly(modules: unknown[]): Promise<void> {
  const path = join(profile, 'certbridge-host', 'host-config.json');
  const config = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...config, useKnownModules: false, modules }));
}

describe('npm run host', () => {
  it('doctor, before any registration: says so, with the fix, in both languages', async () => {
    const { code, out } = await atProfile('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/✗ 没有浏览器登记了本机组件 · the host is not registered/);
    expect(out).toMatch(/→ .*npm run host -- register/);
  });

  it('register, then doctor: all is well, down to the key that is plugged in', async () => {
    expect((await atProfile('register')).code).toBe(0);
    await useOnly([tokens.module]);
    const { code, out } = await atProfile('doctor', '--json');
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      findings: [
        { check: 'registration' },
        { check: 'policy' },
        { check: 'host' },
        { check: 'driver' },
        { check: 'key' },
        { check: 'service', skipped: true },
      ],
    });
    expect(code).toBe(0);
  });

  it('keys: lists what is plugged in', async () => {
    expect((await atProfile('keys')).out).toContain(`测试锁  ${token.serial}  SoftHSM2`);
    expect(JSON.parse((await atProfile('keys', '--json')).out)).toMatchObject({
      value: { keys: [{ keyId: token.keyId }] },
    });
  });

  it('doctor names a driver that does not load, and what to do', async () => {
    await useOnly([{ id: 'gone', name: '丢失的驱动', path: '/nowhere/gone.so' }]);
    const { code, out } = await atProfile('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/✗ .*丢失的驱动.*MODULE_NOT_LOADED: gone\.so/);
    expect(out).toMatch(/ → /);
  });

  it('unregister: the next doctor finds nothing', async () => {
    expect((await atProfile('unregister')).code).toBe(0);
    expect((await atProfile('doctor')).out).toContain('没有浏览器登记了本机组件');
  });

  it('register, where a file is in the way of a folder: names it, and what to do, without a stack', async () => {
    const other = join(profile, 'other');
    await mkdir(other);
    await writeFile(join(other, 'NativeMessagingHosts'), '');
    const { code, out, err } = await cli('register', '--dir', other);
    expect(code).toBe(1);
    expect(out).toContain(`cannot write ${join(other, 'NativeMessagingHosts')} (EEXIST)`);
    expect(out).toMatch(/ → /);
    expect(err).toBe('');
  });

  it('anything else: says what it did not understand, and the usage', async () => {
    const { code, out } = await cli('constructor');
    expect(code).toBe(2);
    expect(out).toMatch(/不认识：constructor[\s\S]*Usage/);
  });
});
