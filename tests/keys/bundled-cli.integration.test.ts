import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModuleConfig } from '../../native-host/config/host-config.ts';
import { tokenProfile } from '../../native-host/profiles/token-profile.ts';
import { PARTS } from '../../scripts/build/places.ts';
import { withBuild } from '../../scripts/build/with-build.ts';
import { startCli } from './cli-process.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';

let dir: string;
let bundle: string;
let profile: string;
let service: Server;
let serviceUrl: string;
let module: FaultModule;
let serial: string;

/** The folder as an installer carries it away: nothing of this project stands beside it. */
beforeAll(async () => {
  // A folder's name with a blank in it is where command lines break.
  dir = await mkdtemp(join(tmpdir(), 'cb bundle '));
  [bundle, profile] = [join(dir, 'installed'), join(dir, 'profile')];
  await withBuild((dist) => cp(join(dist, PARTS.host), bundle, { recursive: true }));
  module = await openFaultModule();
  ({ serial } = await module.makeKey('捆绑'));
  service = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
}, 240_000);
afterAll(async () => {
  service.close();
  await module.stop();
  await rm(dir, { recursive: true });
});

function start(...args: string[]) {
  return startCli(join(bundle, 'cli.mjs'), args, { ...process.env, CERTBRIDGE_HOST_DATA: join(dir, 'data') });
}

function cli(...args: string[]) {
  return start(...args).ended();
}

async function useOnly(modules: readonly ModuleConfig[]): Promise<void> {
  const path = join(profile, 'certbridge-host', 'host-config.json');
  const config = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...config, useKnownModules: false, modules, serviceUrl }));
}

describe('the command line of the bundle', () => {
  it('doctor says that nothing is registered, and how to register with this very program', async () => {
    const { code, out } = await cli('doctor', '--dir', profile);
    expect(code).toBe(1);
    expect(out).toContain(`"${join(bundle, 'cli.mjs')}" register`);
    expect(out).not.toContain('npm run');
  });

  it('registers the host of the bundle; doctor then looks at everything, and all is well', async () => {
    expect(await cli('register', '--dir', profile)).toMatchObject({ code: 0 });
    const launcher = await readFile(join(profile, 'certbridge-host', 'certbridge-host'), 'utf8');
    expect(launcher).toContain(join(bundle, 'host.mjs'));
    await useOnly([module.module]);
    const { code, out } = await cli('doctor', '--dir', profile, '--json');
    const checks = ['registration', 'policy', 'host', 'driver', 'key', 'service', 'clock'];
    expect(JSON.parse(out)).toMatchObject({ ok: true, findings: checks.map((check) => ({ check, ok: true })) });
    expect(code).toBe(0);
  });

  it('lists the keys', async () => {
    expect((await cli('keys', '--dir', profile)).out).toContain(serial);
  });

  it('probes a plugged key and drafts its profile', async () => {
    const { code, out } = await cli('profile', 'check', module.module.path, '--dir', profile, '--json');
    expect(code).toBe(0);
    const [checked] = JSON.parse(out);
    expect(checked).toMatchObject({ key: { serial }, profile: null });
    expect(tokenProfile.parse(checked.draft)).toMatchObject({ match: { libraries: ['libfault-token.so'] } });
  });

  it('sees what the driver makes of a hand that pulls and plugs', async () => {
    const check = start('profile', 'check', module.module.path, '--dir', profile);
    await check.until('Pull the key out now');
    module.token.pull(0);
    await check.until('Plug it in again');
    module.token.plug(0);
    expect(await check.ended()).toMatchObject({ code: 0, out: expect.stringMatching(/plugged: ✓ .*when asked again/) });
  });

  it('holds a key against the profiles that come with it, which lie beside it as files to begin with', async () => {
    const file = join(bundle, 'profiles/data/softhsm2.json');
    expect(tokenProfile.parse(JSON.parse(await readFile(file, 'utf8')))).toMatchObject({ id: 'softhsm2' });
    const { code, out } = await cli('profile', 'check', file, '--dir', profile, '--no-interactive');
    expect(out).toContain('No such key is plugged in');
    expect(code).toBe(1);
  });

  it('says how to get a log, and what it did not understand', async () => {
    expect(await cli('log')).toMatchObject({ code: 1, out: expect.stringContaining('logFile') });
    expect(await cli('nonsense')).toMatchObject({ code: 2, out: expect.stringContaining('cli.mjs" <command>') });
  });
});
