import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { infoOf, inProcess } from '../modules/initialise-key.ts';
import { openTestModule } from '../modules/open-test-module.ts';
import type { TestKey, TestModule, TestModuleKind } from '../modules/test-module.ts';
import { NEW_PIN, openUnlockDesk, type UnlockDesk } from './unlock-desk.ts';

const CKU_SO = 0;
const CKF_LOGIN_REQUIRED = 0x4;
const CKF_USER_PIN_LOCKED = 0x4_0000;
const CKR_PIN_INCORRECT = 0xa0;
const CKR_PIN_LOCKED = 0xa4;

/** What the next password of each kind of key looks like. */
const NEXT: Readonly<Record<Exclude<TestModuleKind, 'nss'>, string>> = {
  softhsm2: '87654321',
  fault: '87654321',
  opencryptoki: '87650321',
  opensc: '4142434445464748',
};

describe.each(['softhsm2', 'opensc', 'opencryptoki', 'fault'] as const)('%s', (kind) => {
  let module: TestModule;
  let key: TestKey;
  let desk: UnlockDesk;
  const next = NEXT[kind];

  beforeAll(async () => {
    module = await openTestModule(kind);
    key = await module.makeKey('Unlock');
    desk = await openUnlockDesk(module.module, key.serial);
  });
  afterAll(async () => {
    await desk?.close();
    await module?.stop();
  });

  it('a key with wrong tries, locked where it can lock, takes the new password and the next administrator password', async () => {
    const locked = await lockPin(module, key.serial);
    expect(locked).toBe(kind !== 'softhsm2');
    expect(await desk.unlock({ current: module.soPin, next })).toMatchObject({
      ok: true,
      value: { after: { state: 'ok' }, rotated: true },
    });
    expect(await opensWith(module, { serial: key.serial, pin: NEW_PIN })).toBe(true);
  });

  it('with the receipt lost, the next release finds the key with the new administrator password, and it serves', async () => {
    await lockPin(module, key.serial);
    expect(await desk.unlock({ current: module.soPin, next }, '602837')).toMatchObject({
      ok: true,
      value: { after: { state: 'ok' }, rotated: true },
    });
    expect(await opensWith(module, { serial: key.serial, pin: '602837' })).toBe(true);
  });

  it('a password that is too easy or too short leaves the key as it was', async () => {
    const pins = { current: module.soPin, next };
    expect(await desk.unlock(pins, '111111')).toMatchObject({ error: { code: 'PIN_TRIVIAL' } });
    expect(await desk.unlock(pins, '739')).toMatchObject({ error: { code: 'PIN_LENGTH' } });
    expect(await opensWith(module, { serial: key.serial, pin: '602837' })).toBe(true);
  });

  it('a key that has neither password is left alone', async () => {
    const wrong = kind === 'opensc' ? ['0000000000000001', '0000000000000002'] : ['10101010', '20202020'];
    const other = await openUnlockDesk(module.module, key.serial);
    const pins = { current: wrong[0] ?? '', next: wrong[1] ?? '' };
    for (let release = 0; release < 8; release += 1) {
      expect(await other.unlock(pins)).toMatchObject({ error: { code: 'SO_PIN_WRONG' } });
    }
    await other.close();
    expect(await takesSoPin(module, { serial: key.serial, soPin: next })).toBe(true);
  });
});

it('NSS, which has no administrator, says so before anything is touched', async () => {
  const module = await openTestModule('nss');
  const key = await module.makeKey('Unlock');
  const desk = await openUnlockDesk(module.module, key.serial);
  expect(await desk.unlock({ current: '12345678', next: '87654321' })).toMatchObject({
    error: { code: 'CAPABILITY_MISSING' },
  });
  expect(await opensWith(module, { serial: key.serial, pin: module.pin })).toBe(true);
  await desk.close();
  await module.stop();
});

/** As a user does who has forgotten it. True when the key says that it is locked. */
async function lockPin(module: TestModule, serial: string): Promise<boolean> {
  return inProcess(module, async (p11) => {
    const slot = await slotOf(p11, serial);
    for (let tries = 0; tries < 12; tries += 1) {
      const session = await p11.session(slot);
      const code = await p11.call('C_Login', session, 1, '900009').then(
        () => 0,
        ({ code }: { code: number }) => code,
      );
      expect([CKR_PIN_INCORRECT, CKR_PIN_LOCKED]).toContain(code);
      await p11.call('C_CloseSession', session);
      if (((await infoOf(p11, slot)).flags & CKF_USER_PIN_LOCKED) !== 0) return true;
    }
    return false;
  });
}

async function opensWith(module: TestModule, { serial, pin }: { serial: string; pin: string }): Promise<boolean> {
  return inProcess(module, async (p11) => {
    await p11.session(await slotOf(p11, serial), pin);
    return true;
  });
}

/** OpenSC logs any administrator in; there, the next use of the password is what tells. */
async function takesSoPin(module: TestModule, { serial, soPin }: { serial: string; soPin: string }): Promise<boolean> {
  return inProcess(module, async (p11) => {
    const session = await p11.session(await slotOf(p11, serial));
    await p11.call('C_Login', session, CKU_SO, soPin);
    await p11.call('C_InitPIN', session, NEW_PIN);
    return true;
  });
}

type Process = Parameters<Parameters<typeof inProcess>[1]>[0];

/** NSS has a slot of the same serial that only computes. */
async function slotOf(p11: Process, serial: string): Promise<Buffer> {
  for (const slot of await p11.slots()) {
    const { serialNumber, flags } = await infoOf(p11, slot);
    if (serialNumber === serial && (flags & CKF_LOGIN_REQUIRED) !== 0) return slot;
  }
  throw new Error('no such key');
}
