/** Signed by the service itself, and not for this host, this key, this verb or this moment. */
import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { WORK_ORDER_VERBS, type WorkOrderClaims, workOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import fc from 'fast-check';
import { mutate, mutations } from '../frames/mutate-value.ts';
import { INVALID, type MakeFraud, verbs } from './fraud.ts';

interface Said {
  readonly claims: unknown;
  readonly expected: readonly ErrorCode[];
}

type Misdirect = (claims: WorkOrderClaims) => Said;

/** A host forgives a minute; a little more, so that the moment of sending does not matter. */
const BEYOND_SKEW_S = 75;
const LONGEST_LIFE_S = 600;
const AGES: fc.Arbitrary<number> = fc.integer({ min: BEYOND_SKEW_S, max: 1_000_000_000 });

const audience: fc.Arbitrary<Misdirect> = fc
  .constantFrom('certbridge-service', '', ' certbridge-host', 'CERTBRIDGE-HOST', ['certbridge-host'], null, 7, {})
  .map((aud) => (claims) => ({ claims: { ...claims, aud }, expected: ['WORK_ORDER_OTHER_AUDIENCE'] }));

const tooLate: fc.Arbitrary<Misdirect> = AGES.map((age) => ({ iat, exp, ...claims }) => ({
  claims: { ...claims, iat: iat - (exp - iat) - age, exp: iat - age },
  expected: ['WORK_ORDER_EXPIRED'],
}));

const tooEarly: fc.Arbitrary<Misdirect> = AGES.map((age) => ({ iat, exp, ...claims }) => ({
  claims: { ...claims, iat: iat + age, exp: exp + age },
  expected: ['WORK_ORDER_EXPIRED'],
}));

const strangeLife: fc.Arbitrary<Misdirect> = fc
  .oneof(fc.integer({ min: -1_000_000, max: 0 }), fc.integer({ min: LONGEST_LIFE_S + 1, max: 2 ** 40 }))
  .map((life) => (claims) => ({ claims: { ...claims, exp: claims.iat + life }, expected: INVALID }));

const otherVerb: fc.Arbitrary<Misdirect> = fc.nat(WORK_ORDER_VERBS.length - 2).map((nth) => (claims) => ({
  claims: { ...claims, verb: WORK_ORDER_VERBS.filter((verb) => verb !== claims.verb)[nth] },
  expected: ['WORK_ORDER_OTHER_VERB'],
}));

/** Names that are nearly the key's, and names of nobody. */
const otherSerial: fc.Arbitrary<Misdirect> = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((text) => () => `${text}?`),
    fc.constantFrom(
      (serial: string) => `${serial} `,
      (serial: string) => `${serial}#0`,
      (serial: string) => serial.toUpperCase(),
      (serial: string) => serial.slice(0, -1),
      (serial: string) => `${serial}\u0000`,
      (serial: string) => `fault:${serial}`,
      () => '#0',
      () => '*',
    ),
  )
  .map((serialLike) => (claims) => ({
    claims: { ...claims, serial: serialLike(claims.serial) },
    expected: ['WORK_ORDER_OTHER_KEY'],
  }));

const STRAY_DIGEST = { digest: { algorithm: 'sm3', value: '5'.repeat(64) } };

const strayTerm: fc.Arbitrary<Misdirect> = fc.constant((claims) => {
  const stray = claims.verb === 'application.sign' ? { label: 'Fuzz' } : STRAY_DIGEST;
  return { claims: { ...claims, terms: { ...claims.terms, ...stray } }, expected: ['WORK_ORDER_TERMS'] };
});

const missingTerm: fc.Arbitrary<Misdirect> = fc.nat(3).map((nth) => (claims) => {
  const needed = Object.keys(claims.terms).filter((name) => name !== 'wipeInitialised');
  const missing = needed[nth % needed.length];
  const terms = Object.fromEntries(Object.entries(claims.terms).filter(([name]) => name !== missing));
  if (missing === undefined) return { claims: { ...claims, terms: null }, expected: INVALID };
  return { claims: { ...claims, terms }, expected: ['WORK_ORDER_TERMS'] };
});

/** One thing wrong anywhere. What is still an order, as with another order's number, would rightly be obeyed. */
const misshapen: fc.Arbitrary<Misdirect> = mutations.map((mutation) => (claims) => {
  const mutated = mutate(claims, mutation);
  const isOrder = workOrderClaims.safeParse(mutated).success;
  if (isOrder) return { claims: { ...claims, extra: 1 }, expected: INVALID };
  return { claims: mutated, expected: ['WORK_ORDER_INVALID', 'WORK_ORDER_OTHER_AUDIENCE'] };
});

export const misdirectedOrders: fc.Arbitrary<MakeFraud> = fc
  .tuple(
    verbs,
    fc.oneof(audience, tooLate, tooEarly, strangeLife, otherVerb, otherSerial, strayTerm, missingTerm, {
      weight: 3,
      arbitrary: misshapen,
    }),
  )
  .map(([verb, misdirect]) => (book) => {
    const { claims, expected } = misdirect(book.claims(verb));
    return { kind: 'misdirected', verb, workOrder: book.sign(claims), expected };
  });
