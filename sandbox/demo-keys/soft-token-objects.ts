import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import pkcs11 from 'pkcs11js';
import type { SoftTokenJob } from './soft-token-job.ts';

type Pair = SoftTokenJob['pairs'][number];

/** DER of the object identifier of P-256 (RFC 5480, 2.1.1.1), as CKA_EC_PARAMS wants it. */
const P256_PARAMETERS = Buffer.from('06082a8648ce3d030107', 'hex');

export function writePair(module: pkcs11.PKCS11, session: Buffer, pair: Pair): void {
  const der = Buffer.from(pair.key, 'base64');
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const certificate = Buffer.from(pair.certificate, 'base64');
  module.C_CreateObject(session, [...common(pair, certificate), ...privateKeyTemplate(pair, key)]);
  module.C_CreateObject(session, [...common(pair, certificate), ...certificateTemplate(certificate)]);
}

function common(pair: Pair, certificate: Buffer): pkcs11.Template {
  const { tbsCertificate } = AsnConvert.parse(certificate, Certificate);
  return [
    { type: pkcs11.CKA_TOKEN, value: true },
    { type: pkcs11.CKA_ID, value: Buffer.from([pair.ckaId]) },
    { type: pkcs11.CKA_LABEL, value: pair.label },
    { type: pkcs11.CKA_SUBJECT, value: Buffer.from(AsnConvert.serialize(tbsCertificate.subject)) },
  ];
}

function privateKeyTemplate(pair: Pair, key: KeyObject): pkcs11.Template {
  const signs = pair.use === 'sign';
  return [
    { type: pkcs11.CKA_CLASS, value: pkcs11.CKO_PRIVATE_KEY },
    { type: pkcs11.CKA_PRIVATE, value: true },
    { type: pkcs11.CKA_SENSITIVE, value: true },
    { type: pkcs11.CKA_EXTRACTABLE, value: false },
    { type: pkcs11.CKA_SIGN, value: signs },
    { type: pkcs11.CKA_DECRYPT, value: !signs },
    { type: pkcs11.CKA_UNWRAP, value: !signs },
    ...keyMaterial(key),
  ];
}

function keyMaterial(key: KeyObject): pkcs11.Template {
  const jwk = key.export({ format: 'jwk' });
  const part = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url');
  if (jwk.kty === 'EC') {
    return [
      { type: pkcs11.CKA_KEY_TYPE, value: pkcs11.CKK_EC },
      { type: pkcs11.CKA_EC_PARAMS, value: P256_PARAMETERS },
      { type: pkcs11.CKA_VALUE, value: part(jwk.d) },
    ];
  }
  return [
    { type: pkcs11.CKA_KEY_TYPE, value: pkcs11.CKK_RSA },
    { type: pkcs11.CKA_MODULUS, value: part(jwk.n) },
    { type: pkcs11.CKA_PUBLIC_EXPONENT, value: part(jwk.e) },
    { type: pkcs11.CKA_PRIVATE_EXPONENT, value: part(jwk.d) },
    { type: pkcs11.CKA_PRIME_1, value: part(jwk.p) },
    { type: pkcs11.CKA_PRIME_2, value: part(jwk.q) },
    { type: pkcs11.CKA_EXPONENT_1, value: part(jwk.dp) },
    { type: pkcs11.CKA_EXPONENT_2, value: part(jwk.dq) },
    { type: pkcs11.CKA_COEFFICIENT, value: part(jwk.qi) },
  ];
}

function certificateTemplate(certificate: Buffer): pkcs11.Template {
  const { tbsCertificate } = AsnConvert.parse(certificate, Certificate);
  return [
    { type: pkcs11.CKA_CLASS, value: pkcs11.CKO_CERTIFICATE },
    { type: pkcs11.CKA_CERTIFICATE_TYPE, value: pkcs11.CKC_X_509 },
    { type: pkcs11.CKA_PRIVATE, value: false },
    { type: pkcs11.CKA_ISSUER, value: Buffer.from(AsnConvert.serialize(tbsCertificate.issuer)) },
    { type: pkcs11.CKA_SERIAL_NUMBER, value: derInteger(new X509Certificate(certificate)) },
    { type: pkcs11.CKA_VALUE, value: certificate },
  ];
}

/** CKA_SERIAL_NUMBER is a DER INTEGER (PKCS#11 v2.40, 4.6.3). Ours are positive and need no leading zero. */
function derInteger(certificate: X509Certificate): Buffer {
  const bytes = Buffer.from(certificate.serialNumber, 'hex');
  return Buffer.concat([Buffer.from([0x02, bytes.length]), bytes]);
}
