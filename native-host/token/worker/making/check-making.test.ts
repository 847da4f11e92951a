import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../../profiles/shipped-profiles.ts';
import { tokenProfile } from '../../../profiles/token-profile.ts';
import { claimsOf } from '../../../testing/sign-work-order.ts';
import { Refused } from '../refused.ts';
import { checkMaking } from './check-making.ts';
import { makingRules } from './making-rules.ts';

const TELLS = { pinLength: { min: 4, max: 16 } };
const profile = (said: object) =>
  tokenProfile.parse({
    id: 'own',
    name: 'Own',
    status: 'verified',
    source: 'test',
    match: { models: ['Own'] },
    ...said,
  });
const shipped = (id: string) => shippedProfiles().find((one) => one.id === id);

interface Wanted {
  readonly label?: string;
  readonly pin?: string;
}

function refusal(rules: ReturnType<typeof makingRules>, { label = 'Made', pin = '648219' }: Wanted) {
  const claims = claimsOf({ verb: 'making.initialise', serial: '1', terms: { label } }, Date.now());
  try {
    checkMaking({ claims, pin }, rules);
    return undefined;
  } catch (cause) {
    if (cause instanceof Refused) return cause.failed.error;
    throw cause;
  }
}

describe('the password of a key that is made', () => {
  it('keeps to the profile where it is stricter than the token, and to the token where that is', () => {
    const rules = makingRules(profile({ pin: { min: 6, max: 20 } }), TELLS);
    expect(refusal(rules, { pin: '64821' })).toMatchObject({ code: 'PIN_LENGTH', values: { min: 6, max: 16 } });
    expect(refusal(rules, { pin: '64821964821964821' })).toMatchObject({ code: 'PIN_LENGTH' });
    expect(refusal(rules, { pin: '648219' })).toBeUndefined();
  });

  it.each([
    ['digits', '648219', '64821a'],
    ['letters-and-digits', '64821a', '64821-'],
    ['ascii', '64-21 a', '6482锁1'],
  ])('consists of %s where the profile says so', (characters, good, bad) => {
    const rules = makingRules(profile({ pin: { min: 4, max: 16, characters } }), TELLS);
    expect(refusal(rules, { pin: good })).toBeUndefined();
    expect(refusal(rules, { pin: bad })).toMatchObject({ code: 'PIN_CHARACTERS' });
  });

  it('is not one that people try first', () => {
    expect(refusal(makingRules(undefined, TELLS), { pin: '111111' })).toMatchObject({ code: 'PIN_TRIVIAL' });
  });
});

describe('the label of a key that is made', () => {
  it('has the 32 bytes of PKCS#11, in which a Chinese character takes three', () => {
    const rules = makingRules(undefined, TELLS);
    expect(refusal(rules, { label: '商丘市公共资源交易中' })).toBeUndefined();
    expect(refusal(rules, { label: '商丘市公共资源交易中心' })).toMatchObject({
      code: 'LABEL_TOO_LONG',
      values: { max: 32 },
    });
  });

  it('leaves room for what the driver puts behind it, and for what the profile says', () => {
    const card = makingRules(shipped('opensc-sc-hsm'), { pinLength: { min: 6, max: 15 } });
    expect(refusal(card, { label: 'x'.repeat(22) })).toBeUndefined();
    expect(refusal(card, { label: 'x'.repeat(23) })).toMatchObject({ values: { max: 22 } });
    const short = makingRules(profile({ label: { maxBytes: 8 } }), TELLS);
    expect(refusal(short, { label: '123456789' })).toMatchObject({ code: 'LABEL_TOO_LONG', values: { max: 8 } });
  });

  it('is not that of a blank key, nor one that nobody can read', () => {
    const card = makingRules(shipped('opensc-sc-hsm'), { pinLength: { min: 6, max: 15 } });
    expect(refusal(card, { label: 'SmartCard-HSM' })).toMatchObject({ code: 'WORK_ORDER_TERMS' });
    expect(refusal(card, { label: ' \u200b' })).toMatchObject({ code: 'WORK_ORDER_TERMS' });
  });
});

describe('the administrator of a key that is made', () => {
  it.each([
    ['opensc-sc-hsm', 15, 16],
    ['opencryptoki', 8, 8],
    ['softhsm2', 64, 16],
  ])('has a password as %s takes it', (id, max, length) => {
    expect(makingRules(shipped(id), { pinLength: { min: 4, max } }).soPinLength).toBe(length);
  });

  it('is missed where there is none once there is a user', () => {
    const rules = makingRules(shipped('nss'), { pinLength: { min: 1, max: 64 } });
    expect(refusal(rules, {})).toMatchObject({ code: 'CAPABILITY_MISSING' });
  });
});
