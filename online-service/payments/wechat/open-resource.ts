import { createDecipheriv, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { strictBase64 } from '../strict-base64.ts';

export const resource = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  ciphertext: z.string().check(z.maxLength(1_048_576)),
  nonce: z.string().check(z.minLength(1), z.maxLength(16)),
  associated_data: z._default(z.string().check(z.maxLength(16)), ''),
});
export type Resource = z.output<typeof resource>;

const TAG_BYTES = 16;

/** What a notification tells, by whichever of our keys it was sealed with; undefined by none of them. */
export function openResource(sealed: Resource, keys: readonly KeyObject[]): unknown {
  const bytes = strictBase64(sealed.ciphertext);
  if (!bytes || bytes.length <= TAG_BYTES) return undefined;
  for (const key of keys) {
    const text = opened(bytes, sealed, key);
    if (text !== undefined) return jsonOf(text);
  }
  return undefined;
}

/** The tag is the last 16 bytes, and `final` throws when it is wrong. */
function opened(bytes: Buffer, { nonce, associated_data: about }: Resource, key: KeyObject): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  decipher.setAAD(Buffer.from(about));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote what it read.
    return undefined;
  }
}
