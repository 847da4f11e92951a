import { octetsOfBits, partsOf, readElement } from '../../der/der-reader.ts';

/** 04‖x‖y, hex, from a SubjectPublicKeyInfo. */
export function sm2PublicPoint(publicKey: Uint8Array): string {
  const [, bits] = partsOf(readElement(publicKey));
  return octetsOfBits(bits).toString('hex');
}
