/** What the service would say, signed by somebody else: under a pinned name, or with a key that he brings along. */
import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { mutate, mutations } from '../frames/mutate-value.ts';
import { type FuzzKey, orderSigner } from '../fuzz-key.ts';
import { FORGED, type MakeFraud, verbs } from './fraud.ts';
import { compact, headerOf } from './order-book.ts';

const stranger = orderSigner('stranger');
const jwk = createPublicKey(stranger.privateKey).export({ format: 'jwk' });

const HEADERS: readonly ((key: FuzzKey) => string)[] = [
  ({ signers: [first] }) => headerOf(first),
  ({ signers: [, second] }) => headerOf(second),
  () => headerOf(stranger),
  ({ signers: [first] }) => headerOf(first, { jwk }),
  () => headerOf(stranger, { jku: 'https://keys.example/jwks.json' }),
  ({ signers: [first], certificates: [own] }) => headerOf(first, { x5c: own?.chain }),
];

export const strangersOrders: fc.Arbitrary<MakeFraud> = fc
  .tuple(verbs, fc.constantFrom(...HEADERS), fc.option(mutations))
  .map(([verb, header, mutation]) => (book) => {
    const claims = book.claims(verb);
    const payload = JSON.stringify(mutation ? mutate(claims, mutation) : claims);
    return {
      kind: 'stranger',
      verb,
      workOrder: compact({ header: header(book.key), payload }, stranger),
      expected: FORGED,
    };
  });
