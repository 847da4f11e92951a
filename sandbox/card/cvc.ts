import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { tlv } from './tlv.ts';

/** Card verifiable certificates (BSI TR-03110-3, D.2). */
const TAG = {
  certificate: 0x7f21,
  body: 0x7f4e,
  profile: 0x5f29,
  authority: 0x42,
  publicKey: 0x7f49,
  holder: 0x5f20,
  signature: 0x5f37,
  authenticatedRequest: 0x67,
} as const;

/** TR-03110-3, A.1.1.3: id-TA-ECDSA-SHA-256 and id-TA-RSA-v1-5-SHA-256. */
const ECDSA_SHA256 = Buffer.from('04007f00070202020203', 'hex');
const RSA_SHA256 = Buffer.from('04007f00070202020102', 'hex');

/** Domain parameters of P-256 (SP 800-186, 3.2.1.3) in the order of tags 81–85 and 87. */
export const P256 = {
  prime: Buffer.from('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff', 'hex'),
  a: Buffer.from('ffffffff00000001000000000000000000000000fffffffffffffffffffffffc', 'hex'),
  b: Buffer.from('5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b', 'hex'),
  base: Buffer.from(
    '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
      '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
    'hex',
  ),
  order: Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex'),
} as const;

/** OpenSC takes the serial number from the holder reference and strips five digits, the sequence number. */
const holderOf = (serial: string): Buffer => Buffer.from(`${serial}00001`, 'latin1');
const AUTHORITY = Buffer.from('CBSANDBOX00001', 'latin1');

/** EF 2F02: who the chip is. Signed by itself; a real one by its maker. */
export function deviceCertificate(serial: string, key: KeyObject): Buffer {
  return certificate({ key, authority: AUTHORITY, holder: holderOf(serial) });
}

export interface KeyRequest {
  readonly key: KeyObject;
  readonly serial: string;
  readonly deviceKey: KeyObject;
  /** As the host proposed them in GENERATE ASYMMETRIC KEY PAIR. */
  readonly authority: Buffer;
  readonly holder: Buffer;
}

/** The public key, signed by the new key and, as proof that it was made in the chip, by the device's key. */
export function keyRequest(request: KeyRequest): Buffer {
  const inner = certificate(request);
  const outer = Buffer.concat([inner, tlv(TAG.authority, holderOf(request.serial))]);
  return tlv(TAG.authenticatedRequest, outer, tlv(TAG.signature, signed(request.deviceKey, outer)));
}

function certificate(of: { key: KeyObject; authority: Buffer; holder: Buffer }): Buffer {
  const body = tlv(
    TAG.body,
    tlv(TAG.profile, Buffer.from([0])),
    tlv(TAG.authority, of.authority),
    publicKeyOf(of.key),
    tlv(TAG.holder, of.holder),
  );
  return tlv(TAG.certificate, body, tlv(TAG.signature, signed(of.key, body)));
}

const signed = (key: KeyObject, bytes: Buffer): Buffer => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });

function publicKeyOf(key: KeyObject): Buffer {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  const part = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url');
  if (jwk.kty === 'RSA') {
    return tlv(TAG.publicKey, tlv(0x06, RSA_SHA256), tlv(0x81, part(jwk.n)), tlv(0x82, part(jwk.e)));
  }
  const point = Buffer.concat([Buffer.from([0x04]), part(jwk.x), part(jwk.y)]);
  return tlv(
    TAG.publicKey,
    tlv(0x06, ECDSA_SHA256),
    tlv(0x81, P256.prime),
    tlv(0x82, P256.a),
    tlv(0x83, P256.b),
    tlv(0x84, P256.base),
    tlv(0x85, P256.order),
    tlv(0x86, point),
    tlv(0x87, Buffer.from([0x01])),
  );
}
