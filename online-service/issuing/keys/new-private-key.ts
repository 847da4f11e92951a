import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { AuthorityAlgorithm } from '../algorithms.ts';

const generate = promisify(generateKeyPair);

/** Enough for the years that an authority lives (GM/T 0054 and NIST SP 800-57 ask for 3072 beyond 2030). */
export const AUTHORITY_RSA_BITS = 3072;

export async function newPrivateKey(algorithm: AuthorityAlgorithm, rsaBits: number): Promise<KeyObject> {
  switch (algorithm) {
    case 'rsa':
      return (await generate('rsa', { modulusLength: rsaBits, publicExponent: 65_537 })).privateKey;
    case 'p256':
      return (await generate('ec', { namedCurve: 'P-256' })).privateKey;
    case 'sm2':
      return (await generate('ec', { namedCurve: 'SM2' })).privateKey;
  }
}
