/**
 * DER (X.690) as we write it. Parts are finished encodings, so what must stay byte for byte as it came (certificates,
 * names) is put in as it is: reading it into a model and writing it again could change it.
 */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

export function encode(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag), lengthOf(body.length), body]);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits = bytesOf(BigInt(length));
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => encode(TAG.sequence, ...parts);

/** X.690 section 11.6: the members of a SET OF stand in the order of their encodings. */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array => encode(TAG.set, ...inOrder(parts));

export const inOrder = (parts: readonly Uint8Array[]): Uint8Array[] => [...parts].sort(Buffer.compare);

/** `[number]` around whole encodings (EXPLICIT), or in place of a constructed type's own tag (IMPLICIT). */
export const context = (number: number, ...parts: readonly Uint8Array[]): Uint8Array => encode(0xa0 | number, ...parts);

/** Unsigned: a number, or big-endian bytes as keys and signatures have them. */
export function integer(value: number | Uint8Array): Uint8Array {
  const bytes = typeof value === 'number' ? bytesOf(BigInt(value)) : value;
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  const sign = (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0);
  return encode(TAG.integer, sign, digits);
}

export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(TAG.oid, ...[first * 40 + second, ...rest].map(base128));
}

function base128(arc: number): Uint8Array {
  const digits = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) | 0x80);
  return Uint8Array.from(digits);
}

export const octetString = (bytes: Uint8Array): Uint8Array => encode(TAG.octetString, bytes);
export const bitString = (bytes: Uint8Array, unusedBits = 0): Uint8Array =>
  encode(TAG.bitString, Uint8Array.of(unusedBits), bytes);
export const utf8String = (text: string): Uint8Array => encode(TAG.utf8String, Buffer.from(text, 'utf8'));
export const printableString = (text: string): Uint8Array => encode(TAG.printableString, Buffer.from(text, 'ascii'));
export const ia5String = (text: string): Uint8Array => encode(TAG.ia5String, Buffer.from(text, 'ascii'));
export const nothing = (): Uint8Array => encode(TAG.null);
export const yes = (): Uint8Array => encode(TAG.boolean, Uint8Array.of(0xff));

/** RFC 5652 section 11.3 and RFC 5280 section 4.1.2.5: UTCTime through 2049, GeneralizedTime from then on. */
export function time(date: Date): Uint8Array {
  const digits = `${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  const year = date.getUTCFullYear();
  if (year >= 1950 && year < 2050) return encode(TAG.utcTime, Buffer.from(digits.slice(2), 'ascii'));
  return encode(TAG.generalizedTime, Buffer.from(digits, 'ascii'));
}
