import { randomBytes } from 'node:crypto';

/** RFC 5280, 4.1.2.2: positive and at most 20 octets. Always 20, of which 158 bits are random. */
export function newSerialNumber(): Buffer {
  const bytes = randomBytes(20);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return bytes;
}
