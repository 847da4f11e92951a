import { createECDH, type KeyObject, sign } from 'node:crypto';
import { tlv } from '../tlv.ts';
import type { SignatureAlgorithm } from './rsa.ts';

/** Order of the base point of P-256 (SP 800-186, 3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const ORDER_BYTES = 32;

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`);

/**
 * ECDSA (FIPS 186-5, 6.4.1) over a digest made by the host; Node only signs what it hashes itself.
 * Not constant-time: a stand-in for a chip, never for real keys.
 */
export function ecdsaOverDigest(key: KeyObject, digest: Buffer): Buffer {
  const secret = toNumber(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'));
  const message = toNumber(digest.subarray(0, ORDER_BYTES));
  for (;;) {
    const nonce = createECDH('prime256v1');
    const point = nonce.generateKeys();
    const r = toNumber(point.subarray(1, 1 + ORDER_BYTES)) % ORDER;
    const s = (inverse(toNumber(nonce.getPrivateKey())) * (message + r * secret)) % ORDER;
    if (r !== 0n && s !== 0n) return tlv(0x30, derInteger(r), derInteger(s));
  }
}

/** Fermat: k^(n-2) mod n, for the order is prime. */
function inverse(value: bigint): bigint {
  let result = 1n;
  let base = value % ORDER;
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

function derInteger(value: bigint): Buffer {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  return tlv(0x02, bytes.readUInt8(0) > 0x7f ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
}

const hashedWith =
  (digest: string): SignatureAlgorithm =>
  (key, data) =>
    sign(digest, data, key);

/** P2 of SIGN (card-sc-hsm.h). */
export const ECDSA_BY_ALGORITHM: ReadonlyMap<number, SignatureAlgorithm> = new Map<number, SignatureAlgorithm>([
  [0x70, ecdsaOverDigest],
  [0x71, hashedWith('sha1')],
  [0x72, hashedWith('sha224')],
  [0x73, hashedWith('sha256')],
]);
