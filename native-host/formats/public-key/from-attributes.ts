import { FormatError } from '../format-error.ts';
import { type Curve, namedCurve, POINT_BYTES, writePublicKey } from './public-key.ts';

export interface RsaAttributes {
  /** CKA_MODULUS */
  readonly modulus: Uint8Array;
  /** CKA_PUBLIC_EXPONENT */
  readonly publicExponent: Uint8Array;
}

export interface EcAttributes {
  /** CKA_EC_POINT */
  readonly ecPoint: Uint8Array;
  /** CKA_EC_PARAMS; vendors' SM2 keys may go without. */
  readonly ecParams?: Uint8Array | undefined;
  /** What the key type says when there are no parameters: a vendor's CKK_SM2. */
  readonly curve?: Curve;
}

/** A PKCS#11 public key as SubjectPublicKeyInfo. */
export function publicKeyFromRsa({ modulus, publicExponent }: RsaAttributes): Uint8Array {
  return writePublicKey({ kind: 'rsa', modulus, exponent: publicExponent });
}

export function publicKeyFromEc({ ecPoint, ecParams, curve }: EcAttributes): Uint8Array {
  const named = ecParams && ecParams.length > 0 ? namedCurve(ecParams) : curve;
  if (!named) throw new FormatError('unsuited', 'a curve that is neither P-256 nor SM2');
  return writePublicKey({ kind: named, point: pointOf(ecPoint) });
}

/** PKCS#11 2.40 asks for a DER OCTET STRING around the point; drivers also give a BIT STRING, 04‖x‖y, or x‖y alone. */
const WRAPPINGS: readonly Uint8Array[] = ['044104', '03420004', '04', ''].map((hex) => Buffer.from(hex, 'hex'));
const COORDINATES_BYTES = POINT_BYTES - 1;

function pointOf(value: Uint8Array): Uint8Array {
  const wrapping = WRAPPINGS.find(
    (start) =>
      value.length === start.length + COORDINATES_BYTES && Buffer.from(value.subarray(0, start.length)).equals(start),
  );
  if (!wrapping) throw new FormatError('malformed', 'not a point of 256 bits');
  return Buffer.concat([Uint8Array.of(4), value.subarray(wrapping.length)]);
}
