/** DER (X.690) as we write it. Parts are finished encodings, so that names and keys stay byte for byte as they came. */
const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

export function encode(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(tag), lengthOf(length), ...parts]);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits = bytesOf(length);
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

function bytesOf(value: number): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => encode(TAG.sequence, ...parts);

/** X.690, 11.6: the members of a SET OF stand in the order of their encodings. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => encode(TAG.set, ...[...parts].sort(Buffer.compare));

/** `[number]` around whole encodings, or in the place of a constructed type's own tag. */
export const context = (number: number, ...parts: readonly Uint8Array[]): Buffer => encode(0xa0 | number, ...parts);

/** `[number]` in the place of a simple type's own tag. */
export const simpleContext = (number: number, content: Uint8Array): Buffer => encode(0x80 | number, content);

/** Unsigned: a number, or big-endian bytes. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? bytesOf(value) : value;
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  const sign = (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0);
  return encode(TAG.integer, sign, digits);
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(TAG.oid, ...[first * 40 + second, ...rest].map(base128));
}

function base128(arc: number): Uint8Array {
  const digits = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) | 0x80);
  return Uint8Array.from(digits);
}

export const octetString = (bytes: Uint8Array): Buffer => encode(TAG.octetString, bytes);
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer =>
  encode(TAG.bitString, Uint8Array.of(unusedBits), bytes);
export const enumerated = (value: number): Buffer => encode(TAG.enumerated, Uint8Array.of(value));
export const utf8String = (text: string): Buffer => encode(TAG.utf8String, Buffer.from(text, 'utf8'));
export const printableString = (text: string): Buffer => encode(TAG.printableString, Buffer.from(text, 'ascii'));
export const nothing = (): Buffer => encode(TAG.null);
export const yes = (): Buffer => encode(TAG.boolean, Uint8Array.of(0xff));

/** X.690, 11.2.2: no zero bits at the end of a named bit list. Bit 0 is the first. */
export function namedBits(bits: readonly number[]): Buffer {
  const highest = Math.max(...bits);
  const bytes = Buffer.alloc(Math.floor(highest / 8) + 1);
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return bitString(bytes, 7 - (highest & 7));
}

export function generalizedTime(date: Date): Buffer {
  return encode(TAG.generalizedTime, Buffer.from(digitsOf(date), 'ascii'));
}

/** RFC 5280, 4.1.2.5: UTCTime through 2049, GeneralizedTime from then on. */
export function time(date: Date): Buffer {
  const year = date.getUTCFullYear();
  if (year < 1950 || year >= 2050) return generalizedTime(date);
  return encode(TAG.utcTime, Buffer.from(digitsOf(date).slice(2), 'ascii'));
}

function digitsOf(date: Date): string {
  return `${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
}
