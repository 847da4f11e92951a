import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBlank, profileFor } from '../../native-host/profiles/profile-for.ts';
import { shippedProfiles } from '../../native-host/profiles/shipped-profiles.ts';
import type { TokenProfile } from '../../native-host/profiles/token-profile.ts';
import { CallFailed, type TokenProcess } from '../fixtures/fault-token/token-process.ts';
import { infoOf, inProcess, type TokenInfo } from './modules/initialise-key.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestKey, TestModule } from './modules/test-module.ts';

const CKU_SO = 0;
const CKU_USER = 1;
const CKF_LOGIN_REQUIRED = 0x4;
const CKF_PROTECTED_AUTHENTICATION_PATH = 0x100;
const CKR_PIN_LOCKED = 0xa4;
const CKR_PIN_INCORRECT = 0xa0;
const CKR_USER_TYPE_INVALID = 0x103;
/** More than any of them gives. */
const MANY_TRIES = 6;

const KINDS = [
  ['softhsm2', 'softhsm2'],
  ['opensc', 'opensc-sc-hsm'],
  ['opencryptoki', 'opencryptoki'],
  ['nss', 'nss'],
] as const;

describe.each(KINDS)('what the profile of %s says is so', (kind, id) => {
  let blankModule: TestModule;
  let readyModule: TestModule;
  let blank: TestKey;
  let ready: TestKey;
  let profile: TokenProfile;

  beforeAll(async () => {
    [blankModule, readyModule] = await Promise.all([openTestModule(kind), openTestModule(kind)]);
    [blank, ready] = await Promise.all([blankModule.makeBlankKey(), readyModule.makeKey('测试一号')]);
    const found = await atKey(readyModule, async (_p11, _slot, info) => profileOf(readyModule, info));
    if (!found) throw new Error('no profile');
    profile = found;
  });
  afterAll(async () => {
    await Promise.all([blank.removal?.pull(), ready.removal?.pull()]);
    await Promise.all([blankModule.stop(), readyModule.stop()]);
  });

  it('it is found by what the token says of itself', () => {
    expect(profile).toMatchObject({ id, status: 'verified' });
  });

  it('it tells a blank key from one that is ready', async () => {
    expect(await atKey(blankModule, async (_p11, _slot, info) => isBlank(profile, info))).toBe(true);
    expect(await atKey(readyModule, async (_p11, _slot, info) => isBlank(profile, info))).toBe(false);
  });

  it('the lengths of passwords', async () => {
    const lengths = await atKey(readyModule, async (_p11, _slot, { minPinLen: min, maxPinLen: max }) => ({ min, max }));
    expect(profile.pin).toEqual(lengths);
  });

  it('the label: free, or fixed; with what the driver adds', async () => {
    const label = await atKey(readyModule, async (_p11, _slot, info) => info.label);
    const expected = profile.quirks.fixedLabel ? label : `测试一号${profile.quirks.labelSuffix ?? ''}`;
    expect(label).toBe(expected);
    expect(label.startsWith('测试一号')).toBe(!profile.quirks.fixedLabel);
  });

  it('whether wrong passwords lock it', async () => {
    const locked = await atKey(readyModule, async (p11, slot) => {
      const session = await p11.session(slot);
      for (let turn = 0; turn < MANY_TRIES; turn += 1) await codeOf(p11.call('C_Login', session, CKU_USER, '999999'));
      return codeOf(p11.call('C_Login', session, CKU_USER, readyModule.pin));
    });
    expect(locked).toBe(profile.quirks.neverLocks ? 0 : CKR_PIN_LOCKED);
  });

  it('what an SO who is wrong hears, and when', async () => {
    const wrong = '1111111111111111'.slice(0, profile.soPin?.max ?? 8).slice(0, 16);
    const heard = await atKey(readyModule, async (p11, slot) => {
      const session = await p11.session(slot);
      return codeOf(p11.call('C_Login', session, CKU_SO, wrong));
    });
    const expected = { late: 0, 'while-blank': CKR_USER_TYPE_INVALID, at_once: CKR_PIN_INCORRECT };
    expect(heard).toBe(expected[profile.quirks.soLogin ?? 'at_once']);
  });

  it('what a blank key wants to hear at its initialisation', async () => {
    if (profile.quirks.blankSoPin) {
      const refused = await atKey(blankModule, (p11, slot) =>
        codeOf(p11.call('C_InitToken', slot, '24680246', 'blank'.padEnd(32))),
      );
      expect(refused).toBe(CKR_PIN_INCORRECT);
    }
    expect(blankModule.blankSoPin).toBe(profile.quirks.blankSoPin ?? blankModule.soPin);
  });

  it('whether it claims a PIN pad that it does not have', async () => {
    const flags = await atKey(readyModule, async (_p11, _slot, info) => info.flags);
    expect((flags & CKF_PROTECTED_AUTHENTICATION_PATH) !== 0).toBe(profile.quirks.falsePinPad === true);
  });

  it('whether the serial tells one key from another', async () => {
    const [one, other] = await Promise.all([serialOfNewKey(kind), serialOfNewKey(kind)]);
    if (profile.quirks.sharedSerial) expect(one).toBe(other);
    else if (kind === 'softhsm2') expect(one).not.toBe(other);
    else expect(one).not.toBe('');
  });
});

/** The one key of the module that people log in to. */
function atKey<Answer>(
  module: TestModule,
  work: (p11: TokenProcess, slot: Buffer, info: TokenInfo) => Promise<Answer>,
): Promise<Answer> {
  return inProcess(module, async (p11) => {
    for (const slot of await p11.slots()) {
      const info = await infoOf(p11, slot);
      if ((info.flags & CKF_LOGIN_REQUIRED) !== 0) return work(p11, slot, info);
    }
    throw new Error('no key');
  });
}

function profileOf({ module }: TestModule, { manufacturerID, model }: TokenInfo): TokenProfile | undefined {
  return profileFor(shippedProfiles(), { library: module.path, manufacturer: manufacturerID, model });
}

async function serialOfNewKey(kind: (typeof KINDS)[number][0]): Promise<string> {
  const module = await openTestModule(kind);
  const { serial, removal } = await module.makeKey('又一只');
  await removal?.pull();
  await module.stop();
  return serial;
}

async function codeOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 0;
  } catch (cause) {
    if (cause instanceof CallFailed) return cause.code;
    throw cause;
  }
}
