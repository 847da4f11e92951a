import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ManifestPlace } from '../../register/manifest-places.ts';
import type { ExaminedPlace } from '../registered-host.ts';
import { checkPolicies } from './check-policies.ts';
import { readPolicies } from './read-policies.ts';

const [OURS = ''] = EXTENSION_IDS;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policies-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function registered(browser: string, scope: ManifestPlace['scope'] = 'user'): ExaminedPlace {
  return { place: { browser, scope, browserDir: '', manifestDir: '' }, state: 'registered', launcher: '/launcher' };
}

function onLinux(files: Readonly<Record<string, unknown>>) {
  for (const [path, policies] of Object.entries(files)) {
    const folder = join(root, path, 'policies/managed');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'all.json'), typeof policies === 'string' ? policies : JSON.stringify(policies));
  }
  return readPolicies({ platform: 'linux', root, run: () => Promise.reject(new Error('no program')) });
}

const chrome = [registered('Google Chrome')];
const check = async (policies: unknown, examined = chrome) =>
  checkPolicies(await onLinux({ 'etc/opt/chrome': policies }), examined);

describe('a policy of the administrator', () => {
  it.each([
    ['forbids every host', { NativeMessagingBlocklist: ['*'] }, 'NativeMessagingAllowlist'],
    ['forbids ours', { NativeMessagingBlocklist: [HOST_NAME] }, 'NativeMessagingAllowlist'],
    ['wants machine registrations', { NativeMessagingUserLevelHosts: false }, 'NativeMessagingUserLevelHosts'],
    ['forbids every extension', { ExtensionInstallBlocklist: ['*'] }, 'ExtensionInstallAllowlist'],
    [
      'blocks by settings',
      { ExtensionSettings: { '*': { installation_mode: 'blocked' } } },
      'ExtensionInstallAllowlist',
    ],
    ['removes ours', { ExtensionSettings: { [OURS]: { installation_mode: 'removed' } } }, 'ExtensionInstallAllowlist'],
  ])('that %s is named, with what to change', async (_what, policies, named) => {
    expect(await check(policies)).toMatchObject([
      { check: 'policy', ok: false, fix: { zh: expect.stringContaining(named), en: expect.stringContaining(named) } },
    ]);
  });

  it.each([
    ['says nothing of us', { HomepageLocation: 'https://example.cn' }],
    ['forbids another host', { NativeMessagingBlocklist: ['com.example.other'] }],
    ['excepts ours', { NativeMessagingBlocklist: ['*'], NativeMessagingAllowlist: [HOST_NAME] }],
    [
      'installs ours',
      { ExtensionInstallBlocklist: ['*'], ExtensionInstallForcelist: [`${OURS};https://example.cn/u.xml`] },
    ],
    [
      'allows ours among blocked ones',
      { ExtensionSettings: { '*': { installation_mode: 'blocked' }, [OURS]: { installation_mode: 'allowed' } } },
    ],
    ['the browser can’t read either', '{'],
  ])('that %s is in nobody’s way', async (_what, policies) => {
    expect(await check(policies)).toMatchObject([{ check: 'policy', ok: true }]);
  });

  it('for machine registrations only is kept by one', async () => {
    const policies = { NativeMessagingUserLevelHosts: false };
    expect(await check(policies, [...chrome, registered('Google Chrome', 'machine')])).toMatchObject([{ ok: true }]);
  });

  it('of a browser that the host is not registered with does not count; in a profile folder any may', async () => {
    const policies = { NativeMessagingBlocklist: ['*'] };
    expect(await check(policies, [registered('Chromium')])).toMatchObject([{ ok: true }]);
    expect(await check(policies, [registered('/home/zhang/profile')])).toMatchObject([{ ok: false }]);
    expect(await check(policies, [])).toEqual([]);
  });
});

it('on Windows policies stand in the registry, lists as numbered values', async () => {
  const printed = [
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge',
    '    NativeMessagingUserLevelHosts    REG_DWORD    0x0',
    `    ExtensionSettings    REG_SZ    {"*":{"installation_mode":"blocked"}}`,
    '',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\NativeMessagingBlocklist',
    '    1    REG_SZ    com.example.other',
    '    2    REG_SZ    *',
    '',
  ].join('\r\n');
  const run = async (_program: string, [, key]: readonly string[]) => {
    if (key === 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge') return printed;
    throw new Error('ERROR: The system was unable to find the specified registry key or value.');
  };
  const policies = await readPolicies({ platform: 'win32', root, run });
  expect(policies.find(({ browser }) => browser === 'Microsoft Edge')?.policies).toEqual({
    NativeMessagingUserLevelHosts: 0,
    ExtensionSettings: '{"*":{"installation_mode":"blocked"}}',
    NativeMessagingBlocklist: ['com.example.other', '*'],
  });
  expect(checkPolicies(policies, [registered('Microsoft Edge')])).toHaveLength(3);
  expect(checkPolicies(policies, chrome)).toMatchObject([{ ok: true }]);
});

it('on macOS policies stand in managed preferences', async () => {
  const run = async (_program: string, args: readonly string[]) => {
    if (args.at(-1)?.endsWith('com.google.Chrome.plist')) return '{"NativeMessagingBlocklist":["*"]}';
    throw new Error('file does not exist');
  };
  expect(checkPolicies(await readPolicies({ platform: 'darwin', root, run }), chrome)).toMatchObject([{ ok: false }]);
});
