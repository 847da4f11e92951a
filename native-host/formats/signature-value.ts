import { integer, sequence } from './der/der-writer.ts';
import { IntegerPair } from './der/integer-pair.ts';
import { readDer } from './der/read-der.ts';
import { fixedLength } from './fixed-length.ts';
import { FormatError } from './format-error.ts';

/** P-256 and SM2: both numbers have 256 bits. */
export const HALF_BYTES = 32;
/** Two integers of at most 33 bytes, with their headers. */
const LONGEST_DER_BYTES = 72;

/** r‖s, as PKCS#11 returns it, to Ecdsa-Sig-Value or SM2Signature, as certificates and CMS want it. */
export function signatureToDer(raw: Uint8Array): Uint8Array {
  if (raw.length !== HALF_BYTES * 2) throw new FormatError('malformed', 'a raw signature has 64 bytes');
  return sequence(integer(raw.subarray(0, HALF_BYTES)), integer(raw.subarray(HALF_BYTES)));
}

/** The way back. One signature has one encoding: anything but that DER is refused. */
export function signatureToRaw(der: Uint8Array): Uint8Array {
  if (der.length > LONGEST_DER_BYTES) throw new FormatError('malformed', 'longer than a signature of 256 bits');
  const pair = readDer(der, IntegerPair);
  const raw = Buffer.concat([fixedLength(pair.first, HALF_BYTES), fixedLength(pair.second, HALF_BYTES)]);
  if (!Buffer.from(signatureToDer(raw)).equals(der)) throw new FormatError('malformed', 'not the DER of a signature');
  return raw;
}
