import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

/** RFC 3394, 2.2.3.1: the value that tells an intact key from any other bytes. */
const INTEGRITY = Buffer.alloc(8, 0xa6);
/** RFC 3394 wraps two blocks of 8 bytes at least, and adds one. OpenSSL takes nothing for nothing. */
const SHORTEST_BYTES = 24;
const CIPHER = 'id-aes256-wrap';

/** RFC 3394: needs no nonce, so there is no number of wrappings after which a master key is spent. */
export function aesKeyWrap(wrappingKey: KeyObject, key: Uint8Array): Uint8Array {
  const cipher = createCipheriv(CIPHER, wrappingKey, INTEGRITY);
  return Buffer.concat([cipher.update(key), cipher.final()]);
}

/** Undefined when it was not wrapped with this key, or was changed. */
export function aesKeyUnwrap(wrappingKey: KeyObject, wrapped: Uint8Array): Uint8Array | undefined {
  if (wrapped.length < SHORTEST_BYTES) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, wrappingKey, INTEGRITY);
    return Buffer.concat([decipher.update(wrapped), decipher.final()]);
  } catch {
    return undefined;
  }
}
