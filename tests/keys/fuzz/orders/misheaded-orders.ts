/** Signed by the service over a header that is not that of a work order, or over bytes that are none. */
import fc from 'fast-check';
import { INVALID, type MakeFraud, verbs } from './fraud.ts';
import { compact, headerOf } from './order-book.ts';

/** RFC 8725: another purpose, another algorithm, a key or an address brought along, things that a later library might obey. */
const HEADERS: readonly object[] = [
  { typ: 'JWT' },
  { typ: undefined },
  { typ: 'CERTBRIDGE-WORK-ORDER+JWT' },
  { alg: 'none' },
  { alg: 'ES384' },
  { alg: ['ES256'] },
  { kid: 'fuzz-2' },
  { kid: 'nobody' },
  { kid: '__proto__' },
  { kid: '../fuzz-1' },
  { kid: undefined },
  { kid: ['fuzz-1'] },
  { crit: ['exp'], exp: 1 },
  { b64: false, crit: ['b64'] },
  { zip: 'DEF' },
  { cty: 'JWT' },
  { jku: 'https://keys.example/jwks.json' },
  { jwk: {} },
];

const strangeHeader: fc.Arbitrary<MakeFraud> = fc
  .tuple(verbs, fc.constantFrom(...HEADERS))
  .map(([verb, change]) => (book) => {
    const [signer] = book.key.signers;
    const payload = JSON.stringify(book.claims(verb));
    const workOrder = compact({ header: headerOf(signer, change), payload }, signer);
    return { kind: 'misheaded', verb, workOrder, expected: INVALID };
  });

const strangePayload: fc.Arbitrary<MakeFraud> = fc
  .tuple(
    verbs,
    fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.json().map((text) => Buffer.from(text)),
      fc.constant(Buffer.from('\ufeff{}')),
    ),
  )
  .map(([verb, payload]) => (book) => {
    const [signer] = book.key.signers;
    const workOrder = compact({ header: headerOf(signer), payload }, signer);
    return { kind: 'misheaded', verb, workOrder, expected: INVALID };
  });

export const misheadedOrders: fc.Arbitrary<MakeFraud> = fc.oneof(strangeHeader, strangePayload);
