import { createPublicKey } from 'node:crypto';
import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { authorityOf } from '../algorithms.ts';
import { newPrivateKey } from '../keys/new-private-key.ts';

const RSA_BITS = 2048;

/** SubjectPublicKeyInfo and PKCS#8, DER. */
export interface NewPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

export async function newEncryptionPair(algorithm: KeyAlgorithm): Promise<NewPair> {
  const key = await newPrivateKey(authorityOf(algorithm), RSA_BITS);
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }),
    privateKey: key.export({ format: 'der', type: 'pkcs8' }),
  };
}
