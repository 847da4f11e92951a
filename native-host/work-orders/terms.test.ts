import { WORK_ORDER_VERBS, type WorkOrderClaims, type WorkOrderVerb } from '@certbridge/shared/contract/work-order.ts';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../testing/sign-work-order.ts';
import { checkTerms } from './terms.ts';

type Terms = WorkOrderClaims['terms'];

const FINGERPRINT = 'ab'.repeat(32);
const SIGN = { use: 'sign', algorithm: 'sm2' } as const;
const ENCRYPT = { use: 'encrypt', algorithm: 'sm2' } as const;
const DIGEST = { algorithm: 'sha-256', value: FINGERPRINT } as const;

/** Terms that hold, for every verb. */
const GOOD: Record<WorkOrderVerb, Terms> = {
  'pin.change': {},
  'application.sign': { digest: DIGEST, signature: 'rsa-pss-sha256', certificates: [FINGERPRINT] },
  'renewal.prepare': { pairs: [SIGN, ENCRYPT], certificates: [FINGERPRINT] },
  'renewal.install': {},
  'renewal.retire': { retire: 'keep', certificates: [FINGERPRINT] },
  'unlock.begin': {},
  'unlock.complete': {},
  'making.initialise': { label: '锁', custodyKey: 'BA==', wipeInitialised: true },
  'making.prepare': { pairs: [SIGN] },
  'making.install': {},
  'decrypt.check': {},
};

const checked = (verb: WorkOrderVerb, terms: Terms) => checkTerms(claimsOf({ verb, serial: 'A1', terms }, 0));

describe.each(WORK_ORDER_VERBS)('%s', (verb) => {
  it('is given what it needs', () => {
    expect(checked(verb, GOOD[verb])).toMatchObject({ ok: true });
  });

  it('is refused when one of its terms is missing', () => {
    const optional: readonly string[] = ['wipeInitialised'];
    for (const term of Object.keys(GOOD[verb]).filter((name) => !optional.includes(name))) {
      const rest = Object.fromEntries(Object.entries(GOOD[verb]).filter(([name]) => name !== term));
      expect(checked(verb, rest), term).toMatchObject({
        error: { code: 'WORK_ORDER_TERMS', support: `${term} missing` },
      });
    }
  });

  it('is refused when the order says something that is not for it', () => {
    const [stray] = verb === 'making.initialise' ? ['retire' as const] : ['wipeInitialised' as const];
    const terms = { ...GOOD[verb], [stray]: stray === 'retire' ? 'keep' : true };
    expect(checked(verb, terms)).toMatchObject({ error: { code: 'WORK_ORDER_TERMS' } });
  });
});

it.each([
  ['sha-256', 'sm2-sm3'],
  ['sm3', 'ecdsa-p256-sha256'],
] as const)('a digest of %s is not signed as %s', (algorithm, signature) => {
  const terms = { ...GOOD['application.sign'], digest: { ...DIGEST, algorithm }, signature };
  expect(checked('application.sign', terms)).toMatchObject({ error: { support: 'digest and signature differ' } });
});

it('an application is signed with one certificate, and a renewal makes one pair for each use', () => {
  const two = { ...GOOD['application.sign'], certificates: [FINGERPRINT, FINGERPRINT] };
  expect(checked('application.sign', two)).toMatchObject({ error: { code: 'WORK_ORDER_TERMS' } });
  expect(checked('making.prepare', { pairs: [SIGN, SIGN] })).toMatchObject({ error: { code: 'WORK_ORDER_TERMS' } });
  const none = { ...GOOD['renewal.prepare'], certificates: [] };
  expect(checked('renewal.prepare', none)).toMatchObject({ error: { support: 'certificates missing' } });
});
