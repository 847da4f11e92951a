import { tlv } from './tlv.ts';

/**
 * The PKCS#15 (v1.1) descriptions that OpenSC reads beside a key (EF C4xx) and for the token (EF 2F03).
 * OpenSC writes them itself for keys that it makes; ours are for keys that come into a card ready-made.
 */
export interface KeyDescription {
  readonly label: string;
  /** CKA_ID, which pairs key and certificate. */
  readonly id: Buffer;
  readonly reference: number;
  readonly algorithm: { readonly kind: 'rsa' | 'ec'; readonly bits: number };
  readonly usage: readonly KeyUsage[];
}

/** Bit numbers of KeyUsageFlags (PKCS#15 v1.1, 6.3.2). */
const USAGE_BIT = { decrypt: 1, sign: 2, unwrap: 5, derive: 8, nonRepudiation: 9 } as const;
export type KeyUsage = keyof typeof USAGE_BIT;

const UTF8 = 0x0c;
const SEQUENCE = 0x30;
const utf8 = (text: string): Buffer => tlv(UTF8, Buffer.from(text, 'utf8'));

export function encodeTokenInfo(label: string): Buffer {
  const version = tlv(0x02, Buffer.from([0]));
  const serial = tlv(0x04, Buffer.from([0]));
  const prnGeneration = bitString([2]);
  return tlv(SEQUENCE, version, serial, tlv(0x80, Buffer.from(label, 'utf8')), prnGeneration);
}

export function encodeKeyDescription(key: KeyDescription): Buffer {
  const privateAndModifiable = bitString([0, 1]);
  const common = tlv(SEQUENCE, utf8(key.label), privateAndModifiable, tlv(0x04, Buffer.from([1])));
  const usage = bitString(key.usage.map((name) => USAGE_BIT[name]));
  const forKeys = tlv(SEQUENCE, tlv(0x04, key.id), usage, tlv(0x02, unsigned(key.reference)));
  const path = tlv(SEQUENCE, tlv(0x04));
  const size = tlv(0x02, unsigned(key.algorithm.bits));
  const specific = tlv(0xa1, tlv(SEQUENCE, path, size));
  return tlv(key.algorithm.kind === 'rsa' ? SEQUENCE : 0xa0, common, forKeys, specific);
}

/** A named bit list: bit 0 is the highest, trailing zeros are dropped (X.690, 11.2.2). */
function bitString(bits: readonly number[]): Buffer {
  const last = Math.max(...bits);
  const bytes = Buffer.alloc(1 + (last >> 3));
  for (const bit of bits) bytes.writeUInt8(bytes.readUInt8(bit >> 3) | (0x80 >> (bit & 7)), bit >> 3);
  return tlv(0x03, Buffer.from([7 - (last & 7)]), bytes);
}

function unsigned(value: number): Buffer {
  return value > 0x7f ? Buffer.from([value >> 8, value & 0xff]) : Buffer.from([value]);
}
