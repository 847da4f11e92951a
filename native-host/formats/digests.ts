import { createHash } from 'node:crypto';
import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { nothing, objectIdentifier, octetString, sequence } from './der/der-writer.ts';
import { FormatError } from './format-error.ts';
import { OID } from './object-identifiers.ts';

export type DigestAlgorithm = 'sha-256' | 'sm3';

export interface Digest {
  readonly algorithm: DigestAlgorithm;
  readonly value: Uint8Array;
}

/** Both have 256 bits. */
export const DIGEST_BYTES = 32;
const NODE_NAMES = { 'sha-256': 'sha256', sm3: 'sm3' } as const;

/** Every form of signature goes with one digest. */
export const DIGEST_OF_FORM: Readonly<Record<SignatureForm, DigestAlgorithm>> = {
  'rsa-pkcs1-sha256': 'sha-256',
  'rsa-pss-sha256': 'sha-256',
  'ecdsa-p256-sha256': 'sha-256',
  'sm2-sm3': 'sm3',
};

export function hash(algorithm: DigestAlgorithm, ...parts: readonly Uint8Array[]): Uint8Array {
  const hasher = createHash(NODE_NAMES[algorithm]);
  for (const part of parts) hasher.update(part);
  return hasher.digest();
}

/** RFC 8017 section 9.2: what a bare CKM_RSA_PKCS signs. There it pads, and nothing else. */
export function digestInfo(sha256: Uint8Array): Uint8Array {
  if (sha256.length !== DIGEST_BYTES) throw new FormatError('malformed', 'a digest has 32 bytes');
  return sequence(sequence(objectIdentifier(OID.sha256), nothing()), octetString(sha256));
}
