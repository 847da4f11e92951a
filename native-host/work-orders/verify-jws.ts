import { compactVerify, errors, importJWK } from 'jose';
import type { WorkOrderKey } from '../config/work-order-keys.ts';

/** The signed bytes, nothing when the signature does not hold, or that no pinned key has this name. */
export type VerifyJws = (jws: string, kid: string) => Promise<Uint8Array | 'unknown key' | undefined>;

/** The key is chosen by name from the pinned ones; a message never brings its own. */
export function createVerifier(pinned: readonly WorkOrderKey[]): VerifyJws {
  const keys = new Map(pinned.map((key) => [key.kid, importKey(key)]));
  return async (jws, kid) => {
    const key = await keys.get(kid);
    if (!key) return 'unknown key';
    try {
      const { payload } = await compactVerify(jws, key, { algorithms: ['ES256'] });
      return payload;
    } catch (cause) {
      if (cause instanceof errors.JOSEError) return undefined;
      throw cause;
    }
  };
}

/** A pinned point that is not on the curve is as good as no key. */
async function importKey({ kty, crv, x, y }: WorkOrderKey) {
  try {
    return await importJWK({ kty, crv, x, y }, 'ES256');
  } catch {
    return undefined;
  }
}
