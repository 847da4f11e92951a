import pkcs11js from 'pkcs11js';
import { MECHANISM } from './capabilities.ts';
import type { Sm2Dialect } from './sm2-dialect.ts';
import type { PairToMake } from './token-session.ts';

export interface PairTemplates {
  readonly mechanism: number;
  readonly publicKey: pkcs11js.Template;
  readonly privateKey: pkcs11js.Template;
}

const RSA_BITS = 2048;
const F4 = Buffer.from('010001', 'hex');
/** CKA_EC_PARAMS: the curve's object identifier, DER. */
const P256 = Buffer.from('06082a8648ce3d030107', 'hex');
const SM2 = Buffer.from('06082a811ccf5501822d', 'hex');

/**
 * A pair that is made on the token and never leaves it. One for encryption may sign too: its request is its proof of
 * possession (RFC 4211 section 4 names the alternatives, which authorities here don't take).
 */
export function pairTemplates({ algorithm, use, tag }: PairToMake, sm2: Sm2Dialect | undefined): PairTemplates {
  const named = [
    { type: pkcs11js.CKA_TOKEN, value: true },
    { type: pkcs11js.CKA_ID, value: Buffer.from(tag.id) },
    { type: pkcs11js.CKA_LABEL, value: tag.label },
  ];
  const publicKey = [
    ...named,
    { type: pkcs11js.CKA_PRIVATE, value: false },
    { type: pkcs11js.CKA_VERIFY, value: true },
  ];
  const privateKey = [
    ...named,
    { type: pkcs11js.CKA_PRIVATE, value: true },
    { type: pkcs11js.CKA_SENSITIVE, value: true },
    { type: pkcs11js.CKA_EXTRACTABLE, value: false },
    { type: pkcs11js.CKA_SIGN, value: true },
  ];
  const encrypts = use === 'encrypt';
  if (algorithm === 'p256') {
    return {
      mechanism: MECHANISM.EC_KEY_PAIR_GEN,
      publicKey: [...publicKey, { type: pkcs11js.CKA_EC_PARAMS, value: P256 }],
      privateKey: [...privateKey, ...(encrypts ? [{ type: pkcs11js.CKA_DERIVE, value: true }] : [])],
    };
  }
  const opening = encrypts ? [{ type: pkcs11js.CKA_DECRYPT, value: true }] : [];
  const sealing = encrypts ? [{ type: pkcs11js.CKA_ENCRYPT, value: true }] : [];
  if (algorithm === 'sm2') {
    const keyType = sm2 ? [{ type: pkcs11js.CKA_KEY_TYPE, value: sm2.keyType }] : [];
    return {
      mechanism: sm2?.generate ?? MECHANISM.EC_KEY_PAIR_GEN,
      publicKey: [...publicKey, ...keyType, { type: pkcs11js.CKA_EC_PARAMS, value: SM2 }, ...sealing],
      privateKey: [...privateKey, ...keyType, ...opening],
    };
  }
  return {
    mechanism: MECHANISM.RSA_PKCS_KEY_PAIR_GEN,
    publicKey: [
      ...publicKey,
      { type: pkcs11js.CKA_MODULUS_BITS, value: RSA_BITS },
      { type: pkcs11js.CKA_PUBLIC_EXPONENT, value: F4 },
      ...sealing,
    ],
    privateKey: [...privateKey, ...opening],
  };
}
