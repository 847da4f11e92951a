import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logPathIn } from '../../native-host/log-file.ts';
import { startCli } from './cli-process.ts';
import { madeKey } from './faults/made-key.ts';
import { signWay } from './faults/sign-way.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import { type HostDesk, orThrow } from './through-host/host-desk.ts';
import { type Installation, install } from './through-host/installation.ts';

const CLI = fileURLToPath(new URL('../../native-host/cli/main.ts', import.meta.url));
const LABEL = '张三的锁';
const WRONG_PIN = '735902';
/** As a holder's data could come into a file's name, which the log repeats. */
const PROFILE = '李四-41140019900101123X-13800138000';

let module: FaultModule;
let installation: Installation;
let desk: HostDesk;
let serial: string;

beforeAll(async () => {
  module = await openFaultModule();
  ({ serial } = await module.makeKey(LABEL));
  installation = await install({ modules: [module.module], profiles: [{ id: PROFILE }], logFile: true });
  desk = await installation.start();
});
afterAll(async () => {
  await desk.hangUp();
  await installation.remove();
  await module.stop();
});

async function logged(...options: string[]): Promise<string> {
  const env = { ...process.env, CERTBRIDGE_HOST_DATA: installation.dataDir };
  const { code, out } = await startCli(CLI, ['log', ...options], env).ended();
  expect(code).toBe(0);
  return out;
}

it('the copy for support says what went wrong, and holds no password and nothing of the holder', async () => {
  const key = { test: module, serial, algorithm: 'p256' as const };
  const keyId = `fault:${serial}`;
  const signing = signWay(key, orThrow(await madeKey(key, desk))).begin();
  await desk.call('pin.verify', { keyId, pin: WRONG_PIN });
  await signing.run(desk);
  for (const fault of ['call=C_Login do=return:0x80000321', 'call=C_Sign do=vanish', 'call=C_Login do=crash']) {
    module.token.setFaults([fault]);
    await signing.run(desk);
    await desk.call('pin.verify', { keyId, pin: module.pin });
    module.token.setFaults([]);
    module.token.plug(0);
  }
  expect(readFileSync(logPathIn(installation.dataDir), 'utf8')).not.toMatch(new RegExp(`${module.pin}|${WRONG_PIN}`));

  const redacted = await logged('--redacted');
  expect(redacted).toContain('worker fault: MODULE_CRASHED (SIGABRT)');
  expect(await logged()).toContain(PROFILE);
  const secrets = [
    module.pin,
    module.soPin,
    WRONG_PIN,
    serial,
    LABEL,
    '示范单位',
    '张三',
    '李四',
    '411400',
    '13800138000',
  ];
  expect(secrets.filter((secret) => redacted.includes(secret))).toEqual([]);
  expect(redacted).not.toContain(join(installation.dataDir, '..'));
});
