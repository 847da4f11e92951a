import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { remembering } from '../../remembering.ts';
import { bitString, integer, nothing, objectIdentifier, sequence } from '../der/der-writer.ts';
import { IntegerPair } from '../der/integer-pair.ts';
import { readDer } from '../der/read-der.ts';
import { FormatError } from '../format-error.ts';
import { OID } from '../object-identifiers.ts';

export type Curve = 'p256' | 'sm2';
export type PublicKey =
  | { readonly kind: 'rsa'; readonly modulus: Uint8Array; readonly exponent: Uint8Array }
  /** 04‖x‖y */
  | { readonly kind: Curve; readonly point: Uint8Array };

export const POINT_BYTES = 65;
/** Real keys have 2048 to 4096 bits; a check with a key of a million bits would take minutes. */
const LARGEST_MODULUS_BYTES = 1024;
const LARGEST_EXPONENT_BYTES = 8;
const CURVE_OIDS: Readonly<Record<Curve, string>> = { p256: OID.p256, sm2: OID.sm2 };

/** RFC 3279 section 2.3.1, RFC 5480; SM2 as GM/T 0015 has it: an EC key by its curve. */
export function writePublicKey(key: PublicKey): Uint8Array {
  if (key.kind === 'rsa') {
    assertRsa(key.modulus, key.exponent);
    const algorithm = sequence(objectIdentifier(OID.rsaEncryption), nothing());
    return sequence(algorithm, bitString(sequence(integer(key.modulus), integer(key.exponent))));
  }
  assertPoint(key.point);
  const algorithm = sequence(objectIdentifier(OID.ecPublicKey), objectIdentifier(CURVE_OIDS[key.kind]));
  return sequence(algorithm, bitString(key.point));
}

export const readPublicKey = remembering((spki): PublicKey => {
  const { algorithm, subjectPublicKey } = readDer(spki, SubjectPublicKeyInfo);
  const bytes = new Uint8Array(subjectPublicKey);
  if (algorithm.algorithm === OID.rsaEncryption) {
    const { first, second } = readDer(bytes, IntegerPair);
    const [modulus, exponent] = [unsigned(first), unsigned(second)];
    assertRsa(modulus, exponent);
    return { kind: 'rsa', modulus, exponent };
  }
  const kind = curveOf(algorithm.algorithm, algorithm.parameters);
  assertPoint(bytes);
  return { kind, point: bytes };
});

/** One key can be written in more than one way; what it is decides. */
export function samePublicKey(one: Uint8Array, other: Uint8Array): boolean {
  try {
    return Buffer.from(writePublicKey(readPublicKey(one))).equals(writePublicKey(readPublicKey(other)));
  } catch {
    return false;
  }
}

/** The curve by its object identifier, DER, as it stands in the parameters and in CKA_EC_PARAMS. */
export function namedCurve(parameters: Uint8Array): Curve | undefined {
  return (['p256', 'sm2'] as const).find((curve) =>
    Buffer.from(objectIdentifier(CURVE_OIDS[curve])).equals(parameters),
  );
}

/** Some issuers put SM2 in the place of the algorithm instead of the curve's. */
function curveOf(algorithm: string, parameters: ArrayBuffer | null | undefined): Curve {
  const curve =
    algorithm === OID.ecPublicKey ? namedCurve(new Uint8Array(parameters ?? new ArrayBuffer(0))) : undefined;
  const kind = algorithm === OID.sm2 ? 'sm2' : curve;
  if (!kind) throw new FormatError('unsuited', 'neither RSA nor P-256 nor SM2');
  return kind;
}

function assertRsa(modulus: Uint8Array, exponent: Uint8Array): void {
  const [n, e] = [unsigned(modulus), unsigned(exponent)];
  if (n.length > LARGEST_MODULUS_BYTES || e.length > LARGEST_EXPONENT_BYTES) {
    throw new FormatError('unsuited', 'an RSA key of this size is not worked with');
  }
  if (n.length === 0 || e.length === 0) throw new FormatError('malformed', 'an RSA key without its numbers');
}

function assertPoint(point: Uint8Array): void {
  if (point.length !== POINT_BYTES || point[0] !== 4) throw new FormatError('malformed', 'not an uncompressed point');
}

function unsigned(number: ArrayBuffer | Uint8Array): Uint8Array {
  const bytes = new Uint8Array(number);
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array(0) : bytes.subarray(first);
}
