import { expect, it } from 'vitest';
import { hasPrivateKey } from './has-private-key.ts';

const objects = (privateKeys: string[], publicKeys: string[]) => ({
  certificates: [],
  privateKeyIds: new Set(privateKeys),
  publicKeyIds: new Set(publicKeys),
});

it.each([
  ['a visible private key with the same id', '01', objects(['01'], []), true],
  ['other private keys visible, even with a public key left over', '01', objects(['02'], ['01']), false],
  ['private keys hidden, the public half there', '01', objects([], ['01']), true],
  ['private keys hidden, the public half not among those there', '01', objects([], ['02']), false],
  ['everything hidden, but an id', '01', objects([], []), true],
  ['everything hidden, and no id', '', objects([], []), false],
])('pairing by %s', (...[, id, visible, expected]) => {
  expect(hasPrivateKey(id, false, visible)).toBe(expected);
});

it('an authority’s certificate is not taken to have a key that nobody sees', () => {
  expect(hasPrivateKey('01', true, objects([], []))).toBe(false);
});
