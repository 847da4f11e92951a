import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  configPathIn,
  launcherPath,
  manifestPath,
  type Registration,
  registerHost,
  unregisterHost,
} from './register-host.ts';

const CHROME_ID = 'ckkgpkkkaaaljidhjgfgpdalhnaeoehl';
let dir: string;
let registration: Registration;

beforeEach(async () => {
  // A user name with a space and a quote is where launchers break.
  dir = await mkdtemp(join(tmpdir(), "zhang's 锁 "));
  const entry = join(dir, 'host.mjs');
  await writeFile(entry, 'console.log(JSON.stringify([process.argv.slice(2), process.env.CERTBRIDGE_HOST_CONFIG]))');
  registration = {
    manifestDirs: [join(dir, 'chrome'), join(dir, 'firefox')],
    hostDir: join(dir, 'host'),
    nodePath: process.execPath,
    entry,
    configPath: join(dir, "it's.json"),
    extensionIds: [CHROME_ID, 'certbridge@example.cn'],
  };
  await registerHost(registration);
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const manifestIn = async (folder: string) => JSON.parse(await readFile(manifestPath(join(dir, folder)), 'utf8'));

it('browsers find the launcher and our extensions in the manifest', async () => {
  expect(await manifestIn('chrome')).toMatchObject({
    name: 'cn.certbridge.host',
    type: 'stdio',
    path: launcherPath(registration.hostDir),
    allowed_origins: [`chrome-extension://${CHROME_ID}/`],
    allowed_extensions: ['certbridge@example.cn'],
  });
});

it('the launcher starts the host with its configuration and the browser’s own arguments', async () => {
  const { path } = await manifestIn('chrome');
  const { stdout } = await promisify(execFile)(path, ['chrome-extension://x/', '--parent-window=0']);
  expect(JSON.parse(stdout)).toEqual([['chrome-extension://x/', '--parent-window=0'], registration.configPath]);
  expect(await configPathIn(path)).toBe(registration.configPath);
});

it('registering twice leaves the same as once', async () => {
  const once = await readFile(launcherPath(registration.hostDir), 'utf8');
  await registerHost(registration);
  expect(await readFile(launcherPath(registration.hostDir), 'utf8')).toBe(once);
});

it('unregistering takes back what was written, and not another installation’s manifest', async () => {
  const foreign = manifestPath(join(dir, 'firefox'));
  await writeFile(foreign, JSON.stringify({ path: '/opt/certbridge/certbridge-host' }));
  await unregisterHost(registration);
  expect(existsSync(manifestPath(join(dir, 'chrome')))).toBe(false);
  expect(existsSync(launcherPath(registration.hostDir))).toBe(false);
  expect(existsSync(foreign)).toBe(true);
  await unregisterHost(registration);
});
