import { createPublicKey, verify } from 'node:crypto';
import type { AuthorityAlgorithm } from '../algorithms.ts';
import { sm2PublicPoint } from './sm2/sm2-public-point.ts';
import { sm2Verifier, verifySm2 } from './sm2/sm2-signature.ts';

export interface SignedMessage {
  readonly algorithm: AuthorityAlgorithm;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** False for whatever does not verify. */
export type Verify = (message: Uint8Array, signature: Uint8Array) => boolean;

/** No signature that is worked with is longer. */
const LONGEST_BYTES = 1024;

/** `publicKey`: SubjectPublicKeyInfo of that algorithm, DER. */
export function verifies({ algorithm, message, signature }: SignedMessage, publicKey: Buffer): boolean {
  if (algorithm === 'sm2') {
    return signature.length <= LONGEST_BYTES && verifySm2(message, signature, sm2PublicPoint(publicKey));
  }
  return verifierOf(algorithm, publicKey)(message, signature);
}

/** For a key with which much is verified: what can be worked out beforehand is. */
export function verifierOf(algorithm: AuthorityAlgorithm, publicKey: Buffer): Verify {
  if (algorithm === 'sm2') return sm2Verifier(sm2PublicPoint(publicKey));
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  return (message, signature) =>
    signature.length <= LONGEST_BYTES && verify('sha256', message, { key, dsaEncoding: 'der' }, signature);
}
