import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { AuthorityAlgorithm } from '../../algorithms.ts';
import type { SigningKey } from '../signing-key.ts';
import { sm2PrivateNumber } from '../sm2/sm2-private-key.ts';
import { sm2PublicPoint } from '../sm2/sm2-public-point.ts';
import { signSm2 } from '../sm2/sm2-signature.ts';

const signAside = promisify(sign);

/** A private key in the memory of this process. RSA and ECDSA sign on Node's threads. */
export function privateKeySigner(algorithm: AuthorityAlgorithm, key: KeyObject): SigningKey {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  if (algorithm === 'sm2') {
    const sm2 = { privateNumber: sm2PrivateNumber(key), point: sm2PublicPoint(publicKey) };
    return { algorithm, publicKey, sign: async (message) => signSm2(message, sm2) };
  }
  return { algorithm, publicKey, sign: (message) => signAside('sha256', message, { key, dsaEncoding: 'der' }) };
}
