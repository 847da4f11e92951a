import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '@certbridge/shared/domain/canonical-json.ts';
import type { ChainHead } from './audit-record.ts';

/** A head with our word for it: everything up to it was so at that time. */
export interface SignedHead extends ChainHead {
  /** ISO 8601 in UTC, milliseconds. */
  readonly at: string;
  /** Of the key that signed; keys are replaced, old signatures stay. */
  readonly keyId: string;
  /** Ed25519 (RFC 8032), base64url. */
  readonly signature: string;
}

export interface AuditKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

export function signHead(key: AuditKey, head: ChainHead, at: Date): SignedHead {
  const unsigned = { sequence: head.sequence, hash: head.hash, at: at.toISOString(), keyId: key.id };
  return { ...unsigned, signature: sign(null, signedBytes(unsigned), key.privateKey).toString('base64url') };
}

export function isSignedBy(publicKey: KeyObject, signed: SignedHead): boolean {
  return verify(null, signedBytes(signed), publicKey, Buffer.from(signed.signature, 'base64url'));
}

/** RFC 7638: the id says which key it is and nothing else. */
export function keyIdOf(publicKey: KeyObject): string {
  const { crv, kty, x } = publicKey.export({ format: 'jwk' });
  return createHash('sha256').update(canonicalJson({ crv, kty, x }), 'utf8').digest('base64url');
}

function signedBytes({ sequence, hash, at, keyId }: Omit<SignedHead, 'signature'>): Buffer {
  return Buffer.from(`certbridge audit head 1\n${canonicalJson({ sequence, hash, at, keyId })}`, 'utf8');
}
