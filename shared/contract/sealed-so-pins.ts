import * as z from 'zod/mini';
import type { WorkOrderClaims } from './work-order.ts';

/**
 * How a key's administrator passwords travel, between service and host: HPKE base mode (RFC 9180) with
 * DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. On the wire: base64 of `enc` (65 bytes), then the ciphertext.
 */
export const SEALING = { kem: 0x0010, kdf: 0x0001, aead: 0x0002, encBytes: 65 } as const;

const soPin = z.string().check(z.regex(/^[\x21-\x7e]{4,64}$/));

/** What is sealed for one unlocking. The key has `current`, or, if this is not the first release, perhaps `next`. */
export const sealedSoPins = z.strictObject({
  /** Counts the promotions in custody, so that a note about an older pair is not taken for one about this. */
  generation: z.int().check(z.nonnegative()),
  current: soPin,
  /** Made once for each generation: until its receipt has come, every release seals the same one. */
  next: soPin,
  /** Counts, from 1, how often this pair was released. After the first time, no receipt having come, both are possible. */
  release: z.int().check(z.positive()),
});

export type SealedSoPins = z.infer<typeof sealedSoPins>;

type Bound = Pick<WorkOrderClaims, 'serial' | 'order' | 'channel'>;

/** HPKE's `info`: what is sealed for one key, order and channel opens for no other. */
export function unlockingInfo({ serial, order, channel }: Bound): string {
  return JSON.stringify(['certbridge unlock 1', serial, order, channel]);
}

/** HPKE's `info` of a new key's administrator password on its way into custody. */
export function custodyInfo({ serial, order, channel }: Bound): string {
  return JSON.stringify(['certbridge custody 1', serial, order, channel]);
}
