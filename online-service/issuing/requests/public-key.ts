import { createPublicKey } from 'node:crypto';
import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { expectTag, octetsOfBits, partsOf, partsOfTag, readElement } from '../der/der-reader.ts';
import { bitString, integer, nothing, objectIdentifier, sequence } from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';
import { isWeakModulus } from './weak-modulus.ts';

export type KeyFault = 'key-kind' | 'key-strength' | 'key-exponent' | 'key-weak' | 'key-point';

const RSA = sequence(objectIdentifier(OID.rsaEncryption), nothing());
const P256 = sequence(objectIdentifier(OID.ecPublicKey), objectIdentifier(OID.p256));
const SM2 = sequence(objectIdentifier(OID.ecPublicKey), objectIdentifier(OID.sm2));
const MODULUS_BITS = 2048;
/** FIPS 186-5 wants more than 2^16; larger ones are a sign of a home-made key. */
const EXPONENT = 65_537n;
const POINT_BYTES = 65;

/** The algorithm of a SubjectPublicKeyInfo that may be certified, or what is wrong with it. It has one encoding only. */
export function judgePublicKey(publicKey: Buffer): KeyAlgorithm | KeyFault {
  const [algorithm, bits] = partsOf(readElement(publicKey));
  const key = octetsOfBits(bits);
  if (!algorithm || !sequence(algorithm.whole, bitString(key)).equals(publicKey)) return 'key-kind';
  if (algorithm.whole.equals(RSA)) return judgeRsa(key);
  if (algorithm.whole.equals(P256)) return isOnCurve(publicKey, key) ? 'p256' : 'key-point';
  if (algorithm.whole.equals(SM2)) return isOnCurve(publicKey, key) ? 'sm2' : 'key-point';
  return 'key-kind';
}

function judgeRsa(key: Buffer): KeyAlgorithm | KeyFault {
  const [modulus, exponent, ...more] = partsOfTag(readElement(key), 0x30).map((part) => expectTag(part, 0x02).content);
  if (!modulus || !exponent || more.length > 0) return 'key-kind';
  if (!sequence(integer(modulus), integer(exponent)).equals(key)) return 'key-kind';
  const n = numberOf(modulus);
  if (n.toString(2).length !== MODULUS_BITS) return 'key-strength';
  if (numberOf(exponent) !== EXPONENT) return 'key-exponent';
  return isWeakModulus(n) ? 'key-weak' : 'rsa-2048';
}

/** OpenSSL refuses a point that does not satisfy the curve's equation; compressed ones are not taken. */
function isOnCurve(publicKey: Buffer, point: Buffer): boolean {
  if (point.length !== POINT_BYTES || point[0] !== 4) return false;
  try {
    createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
    return true;
  } catch {
    return false;
  }
}

const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
