import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModuleConfig } from '../../native-host/config/host-config.ts';
import { tokenProfile } from '../../native-host/profiles/token-profile.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestModule } from './modules/test-module.ts';

const CLI = fileURLToPath(new URL('../../native-host/cli/main.ts', import.meta.url));

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'profile-check-'));
});
afterEach(() => rm(dir, { recursive: true }));

interface Checked {
  readonly key: { readonly work?: { readonly steps: readonly { what: string; ok: boolean; support?: string }[] } };
  readonly profile: string | null;
  readonly differences: readonly string[];
  readonly draft: unknown;
}

describe('profile check', () => {
  it.each([
    { family: 'tass', form: 'raw', generate: 0x8000_8001, mechanism: 0x8000_8000, takes: 'digest', addsZ: false },
    { family: 'sansec', form: 'der', generate: 0x8000_8001, mechanism: 0x8000_8104, takes: 'digest', addsZ: false },
    { family: 'ibm', form: 'der', generate: 0x8005_000a, mechanism: 0x8005_000b, takes: 'digest', addsZ: false },
  ] as const)('finds out how a blank key of family $family speaks SM2, and drafts it', async (expected) => {
    const { family, form, generate, mechanism, takes, addsZ } = expected;
    const module = await openFaultModule({ 'sm2-family': family, 'sm2-signature': form });
    await module.makeBlankKey();
    const [checked] = await check(module.module, module.module.path, '--write');
    expect(checked?.key.work?.steps.filter(({ ok }) => !ok)).toEqual([]);
    const draft = tokenProfile.parse(checked?.draft);
    expect(draft).toMatchObject({
      status: 'unverified',
      match: { libraries: ['libfault-token.so'], manufacturers: ['CertBridge tests'] },
      pin: { min: 4, max: 16 },
      sm2: { generate, sign: { mechanism, takes, addsZ, answers: form } },
    });
    await module.stop();
  });

  it.each([
    ['softhsm2', 'softhsm2', []],
    ['opensc', 'opensc-sc-hsm', []],
    ['opencryptoki', 'opencryptoki', ['generate p256', 'sign rsa-pkcs1-sha256']],
  ] as const)('works a blank key of %s to the end, and the shipped profile holds', async (kind, id, lacks) => {
    const module = await openTestModule(kind);
    const { removal } = await module.makeBlankKey();
    const checked = (await check(module.module, module.module.path, '--write')).find(({ key }) => key.work);
    expect(checked).toMatchObject({ profile: id, differences: [] });
    const failed = checked?.key.work?.steps.flatMap(({ what, ok }) => (ok ? [] : [what]));
    expect(failed?.sort()).toEqual([...lacks].sort());
    await removal?.pull();
    await module.stop();
  });

  it('without --write changes nothing: neither on a blank key nor on one in use', async () => {
    const module = await openFaultModule();
    await module.makeKey('在用');
    await module.makeBlankKey();
    module.token.resetCounter();
    expect(await check(module.module, module.module.path)).toHaveLength(2);
    expect(
      callsOf(module).filter((call) => /Login|PIN|Init(Token|PIN)|Generate|Create|Destroy|Set/.test(call)),
    ).toEqual([]);
    await module.stop();
  });

  it('with --write leaves a key in use alone', async () => {
    const module = await openFaultModule();
    await module.makeKey('在用');
    await check(module.module, module.module.path, '--write');
    expect(callsOf(module).filter((call) => /Login|InitToken/.test(call))).toEqual([]);
    await module.stop();
  });

  it('a profile in a file is held against the plugged key, and told where it is wrong', async () => {
    const module = await openFaultModule({ 'sm2-family': 'tass' });
    await module.makeKey('在用');
    const file = join(dir, 'mine.json');
    const sign = { mechanism: '0x80008104', takes: 'digest', addsZ: false, answers: 'raw' };
    const profile = {
      id: 'mine',
      name: 'Mine',
      status: 'unverified',
      source: 'A guess.',
      match: { manufacturers: ['CertBridge'] },
      pin: { min: 6, max: 16 },
      sm2: { keyType: '0x80000004', generate: '0x80008001', sign },
    };
    await writeFile(file, JSON.stringify(profile));
    expect(await check(module.module, file)).toMatchObject([
      { profile: 'mine', differences: ['pin: 6–16 ≠ 4–16', 'sm2: 0x80008104 is no mechanism of this key'] },
    ]);
    await module.stop();
  });

  it('says what is wrong with a file that is no profile, and with a library that is none', async () => {
    const file = join(dir, 'bad.json');
    await writeFile(file, '{"id": "x"}');
    expect(await cli('profile', 'check', file)).toMatchObject({
      code: 1,
      out: expect.stringContaining('no token profile'),
    });
    const gone = await cli('profile', 'check', join(dir, 'gone.so'));
    expect(gone).toMatchObject({ code: 1, out: expect.stringContaining('gone.so') });
    expect(await cli('profile')).toMatchObject({ code: 2, out: expect.stringContaining('Usage') });
  });

  it('a driver that crashes under it costs a line, not the check', async () => {
    const module: FaultModule = await openFaultModule();
    await module.makeKey('在用');
    module.token.setFaults(['call=C_GetMechanismList do=crash']);
    expect(await cliAt(module.module, 'profile', 'check', module.module.path)).toMatchObject({
      code: 1,
      out: expect.stringContaining('SIGABRT'),
    });
    await module.stop();
  });
});

describe('log', () => {
  it('says how to get one when there is none, and then shows it without what leads to a key', async () => {
    expect(await cli('log')).toMatchObject({ code: 1, out: expect.stringContaining('logFile') });
    await writeFile(
      join(dir, 'host.log'),
      '2026-11-21T14:05:06.789Z worker opensc:CBUK0000926 MODULE_CRASHED (SIGSEGV)\n',
    );
    expect((await cli('log')).out).toContain('CBUK0000926');
    const { code, out } = await cli('log', '--redacted');
    expect(code).toBe(0);
    expect(out).toContain('MODULE_CRASHED (SIGSEGV)');
    expect(out).not.toContain('CBUK0000926');
  });
});

function callsOf({ token }: FaultModule): string[] {
  return token.trace().map(({ call }) => call);
}

async function check(module: TestModule['module'], ...args: readonly string[]): Promise<Checked[]> {
  return JSON.parse((await cliAt(module, 'profile', 'check', ...args, '--json')).out);
}

async function cliAt(module: ModuleConfig, ...args: readonly string[]): Promise<{ code: number; out: string }> {
  const config = { allowedExtensionIds: [], useKnownModules: false, modules: [module] };
  await writeFile(join(dir, 'host-config.json'), JSON.stringify(config));
  return cli(...args);
}

function cli(...args: readonly string[]): Promise<{ code: number; out: string }> {
  const env = {
    ...process.env,
    CERTBRIDGE_HOST_CONFIG: join(dir, 'host-config.json'),
    CERTBRIDGE_HOST_DATA: dir,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env, maxBuffer: 8 * 1024 * 1024 }, (error, out) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out });
    });
  });
}
