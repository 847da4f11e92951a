import { execFileSync } from 'node:child_process';
import { custodyInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { ephemeralKey, open, publicText } from '../../native-host/unlock/hpke.ts';
import { type Desk, openAuthority, openDesk, valueIn } from './campaign/desk.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestModule } from './modules/test-module.ts';

let module: TestModule;
let desk: Desk;
afterEach(async () => {
  desk.close();
  await module.stop();
});

const ORDER = { order: 'MAKE-0007', channel: 'shangqiu-ggzy' as const };
const terms = { label: '制作' };

async function makeFrom(kind: 'softhsm2' | 'fault') {
  module = await openTestModule(kind);
  desk = openDesk(module);
  const blank = await module.makeBlankKey();
  const custody = await ephemeralKey();
  // SoftHSM2 gives a token its serial when it is initialised; until then the order names it by its slot.
  const claims = { ...ORDER, serial: blank.serial || '#0', terms };
  const custodyKey = await publicText(custody);
  return { custody, initialise: () => desk.work('making.initialise', claims, { custodyKey, pin: desk.pin }) };
}

describe.each(['softhsm2', 'fault'] as const)('a blank key of %s', (kind) => {
  it('gets its first passwords, and only the service can open the administrator’s', async () => {
    const { custody, initialise } = await makeFrom(kind);
    const { serial, sealedSoPin } = valueIn(await initialise());
    const aad = ORDER.order;
    const soPin = await open(custody, sealedSoPin, { info: custodyInfo({ ...ORDER, serial }), aad });
    const words = [
      '--module',
      module.module.path,
      '--login',
      '--login-type',
      'so',
      '--so-pin',
      `${Buffer.from(soPin ?? [])}`,
    ];
    const env = { ...process.env, ...module.module.env };
    const list = [...words, '--init-pin', '--new-pin', desk.pin, '--token-label', '制作'];
    expect(execFileSync('pkcs11-tool', list, { env, stdio: 'pipe' }).toString()).toContain('User PIN successfully');
    const keyId = `${module.module.id}:${serial}`;
    expect(await desk.keyring.onKey('pin.verify', { keyId, pin: desk.pin }, {})).toMatchObject({ ok: true });
  });
});

describe('a key that is somebody’s', () => {
  it('is not initialised', async () => {
    module = await openTestModule('fault');
    desk = openDesk(module);
    const { serial } = await module.makeKey('Somebody');
    const custodyKey = await publicText(await ephemeralKey());
    const refused = await desk.work('making.initialise', { ...ORDER, serial, terms }, { custodyKey, pin: desk.pin });
    expect(refused).toMatchObject({ error: { code: 'KEY_NOT_BLANK' } });
  });
});

describe('a made key, read by others', () => {
  it('has each pair with its certificate, and the keys stay in it', async () => {
    module = await openTestModule('softhsm2');
    desk = openDesk(module);
    const { serial } = await module.makeKey('Read');
    const claims = { ...ORDER, serial };
    const pairs = [{ use: 'sign' as const, algorithm: 'p256' as const }];
    const { requests } = valueIn(await desk.work('making.prepare', { ...claims, terms: { pairs } }, { pin: desk.pin }));
    const certificates = await (await openAuthority('p256'))(requests);
    valueIn(await desk.work('making.install', claims, { pin: desk.pin, certificates }));
    const env = { ...process.env, ...module.module.env };
    const words = ['--module', module.module.path, '--login', '--pin', desk.pin, '--list-objects'];
    const listed = execFileSync('pkcs11-tool', words, { env, stdio: 'pipe' }).toString();
    expect(listed.match(/label: +cb:MAKE-0007:sign/g)).toHaveLength(3);
    expect(listed).toMatch(/Access: +sensitive, always sensitive, never extractable, local/);
  });
});
