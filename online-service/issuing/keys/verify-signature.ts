import { createPublicKey, verify } from 'node:crypto';
import type { AuthorityAlgorithm } from '../algorithms.ts';
import { sm2PublicPoint } from './sm2/sm2-public-point.ts';
import { verifySm2 } from './sm2/sm2-signature.ts';

export interface SignedMessage {
  readonly algorithm: AuthorityAlgorithm;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** No signature that is worked with is longer. */
const LONGEST_BYTES = 1024;

/** `publicKey`: SubjectPublicKeyInfo of that algorithm, DER. False for whatever does not verify. */
export function verifies({ algorithm, message, signature }: SignedMessage, publicKey: Buffer): boolean {
  if (signature.length > LONGEST_BYTES) return false;
  if (algorithm === 'sm2') return verifySm2(message, signature, sm2PublicPoint(publicKey));
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
  return verify('sha256', message, { key, dsaEncoding: 'der' }, signature);
}
