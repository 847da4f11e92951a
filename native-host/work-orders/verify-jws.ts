import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { WorkOrderKey } from '../config/work-order-keys.ts';

/** The signed bytes, nothing when the signature does not hold, or that no pinned key has this name. */
export type VerifyJws = (jws: string, kid: string) => Uint8Array | 'unknown key' | undefined;

/**
 * ES256 (RFC 7518 section 3.4) of a JWS whose form `jws-form.ts` has judged: nothing is left to choose. The key is taken by
 * name from the pinned ones; a message never brings its own.
 */
export function createVerifier(pinned: readonly WorkOrderKey[]): VerifyJws {
  const keys = new Map(pinned.map((key) => [key.kid, importKey(key)]));
  return (jws, kid) => {
    const key = keys.get(kid);
    if (!key) return 'unknown key';
    const end = jws.lastIndexOf('.');
    const signature = Buffer.from(jws.slice(end + 1), 'base64url');
    const holds = verify('sha256', Buffer.from(jws.slice(0, end)), { key, dsaEncoding: 'ieee-p1363' }, signature);
    return holds ? Buffer.from(jws.slice(jws.indexOf('.') + 1, end), 'base64url') : undefined;
  };
}

/** A pinned point that is not on the curve is as good as no key. */
function importKey({ kty, crv, x, y }: WorkOrderKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  } catch {
    return undefined;
  }
}
