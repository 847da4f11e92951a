import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ModuleConfig } from '../../native-host/config/host-config.ts';
import { tokenProfile } from '../../native-host/profiles/token-profile.ts';
import { type CliProcess, startCli } from './cli-process.ts';
import { openFaultModule } from './modules/fault.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { Removal, TestModule } from './modules/test-module.ts';

const CLI = fileURLToPath(new URL('../../native-host/cli/main.ts', import.meta.url));
const PULL = 'Pull the key out now';
const PLUG = 'Plug it in again';

let dir: string;
let module: TestModule;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'profile-plugging-'));
});
afterEach(async () => {
  await module.stop();
  await rm(dir, { recursive: true });
});

/** One key of that module, and the check of it. */
async function checking(opened: TestModule, ...more: string[]): Promise<{ check: CliProcess; hand: Removal }> {
  module = opened;
  const { removal } = await opened.makeKey('插拔');
  if (!removal) throw new Error('this key can not be pulled');
  return { check: await profileCheck(opened.module, ...more), hand: removal };
}

async function profileCheck(driver: ModuleConfig, ...more: string[]): Promise<CliProcess> {
  const path = join(dir, 'host-config.json');
  await writeFile(path, JSON.stringify({ allowedExtensionIds: [], useKnownModules: false, modules: [driver] }));
  return startCli(CLI, ['profile', 'check', driver.path, ...more], { ...process.env, CERTBRIDGE_HOST_CONFIG: path });
}

function draftIn(out: string) {
  const json = /^\{$[\s\S]*?^\}$/m.exec(out)?.[0] ?? '';
  return { json: JSON.parse(json), profile: tokenProfile.parse(JSON.parse(json)) };
}

it('a driver that notices the hand by itself is drafted as one, with the place where it was found', async () => {
  const { check, hand } = await checking(await openFaultModule());
  await check.until(PULL);
  await hand.pull();
  await check.until(PLUG);
  await hand.plug();
  const { code, out } = await check.ended();
  expect(code).toBe(0);
  expect(out).toMatch(/pulled: ✓ .*when asked again[\s\S]*plugged: ✓ .*when asked again/);
  expect(out).toContain('an event told of it: ✓');
  expect(out).toContain('CKR_DEVICE_REMOVED 0x32');
  expect(draftIn(out).profile.driver).toMatchObject({
    places: { linux: [module.module.path] },
    seesNewTokensAfter: 'polling',
  });
});

it('a driver that must be started afresh is found out when the person says that it is done', async () => {
  const { check, hand } = await checking(await openTestModule('softhsm2'));
  await check.until(PULL);
  await hand.pull();
  check.enter();
  await check.until(PLUG);
  await hand.plug();
  check.enter();
  const { code, out } = await check.ended();
  expect(code).toBe(0);
  expect(out).toMatch(/pulled: ✓ [\s\S]*plugged: ✓ .*after C_Initialize/);
  expect(out).toContain('an event told of it: ✗');
  expect(out).toMatch(/profile: softhsm2 \(verified\)\n\n/);
});

it('a card in a reader is pulled truly, and its profile holds', async () => {
  const { check, hand } = await checking(await openTestModule('opensc'));
  await check.until(PULL);
  await hand.pull();
  await check.until(PLUG);
  await hand.plug();
  const { code, out } = await check.ended();
  expect(code).toBe(0);
  expect(out).toMatch(/pulled: ✓ .*when asked again[\s\S]*plugged: ✓ .*when asked again/);
  expect(out).toMatch(/profile: opensc-sc-hsm \(verified\)\n\n/);
});

it('a driver that goes on showing a key that is out is told as such, and nothing is drafted of it', async () => {
  const { check } = await checking(await openFaultModule());
  await check.until(PULL);
  check.enter();
  const { out } = await check.ended();
  expect(out).toMatch(/pulled: ✗ .*never noticed/);
  expect(draftIn(out).json).not.toHaveProperty('driver');
});

it.each([
  ['the person skips it', (check: CliProcess) => check.enter('s')],
  ['nobody is at the terminal', (check: CliProcess) => check.hangUp()],
])('the rest is told when %s', async (_why, act) => {
  const { check } = await checking(await openFaultModule());
  await check.until(PULL);
  act(check);
  const { code, out } = await check.ended();
  expect(code).toBe(0);
  expect(out).toContain('Plugging was not tried');
  expect(draftIn(out).profile.status).toBe('unverified');
});

it.each(['--no-interactive', '--json'])('with %s nobody is asked for anything', async (option) => {
  const { check } = await checking(await openFaultModule(), option);
  const { code, out } = await check.ended();
  expect(code).toBe(0);
  expect(out).not.toContain(PULL);
});

it('of two keys neither is pulled: it is said why', async () => {
  module = await openFaultModule();
  await module.makeKey('一');
  await module.makeKey('二');
  const { code, out } = await (await profileCheck(module.module)).ended();
  expect(code).toBe(0);
  expect(out).toContain('More than one key is in');
});
