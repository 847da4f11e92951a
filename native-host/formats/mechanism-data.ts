import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { digestInfo, hash } from './digests.ts';
import { FormatError } from './format-error.ts';
import { readPublicKey } from './public-key/public-key.ts';
import { signatureToDer, signatureToRaw } from './signature-value.ts';
import { signerHash, sm2Hash } from './sm2/signer-hash.ts';

/**
 * What a PKCS#11 mechanism wants to be given to sign a message:
 * `message`: it hashes (CKM_SHA256_RSA_PKCS, CKM_SHA256_RSA_PKCS_PSS, CKM_ECDSA_SHA256, SM3_SM2 that adds Z by itself);
 * `hash`: the digest (CKM_RSA_PKCS_PSS, CKM_ECDSA), for SM2 e = SM3(Z‖message);
 * `digest-info`: RFC 8017 section 9.2 (CKM_RSA_PKCS);
 * `z-message`: Z‖message, for an SM3_SM2 that hashes but does not know Z.
 */
export const MECHANISM_INPUTS = ['message', 'hash', 'digest-info', 'z-message'] as const;
export type MechanismInput = (typeof MECHANISM_INPUTS)[number];
/** How ECDSA and SM2 signatures leave the mechanism: r‖s as PKCS#11 has it, or DER as some vendors do. */
export const MECHANISM_OUTPUTS = ['raw', 'der'] as const;
export type MechanismOutput = (typeof MECHANISM_OUTPUTS)[number];

export interface MechanismData {
  readonly form: SignatureForm;
  readonly input: MechanismInput;
  /** SubjectPublicKeyInfo: Z is made of it. */
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
}

export function mechanismData({ form, input, publicKey, message }: MechanismData): Uint8Array {
  switch (input) {
    case 'message':
      return message;
    case 'hash':
      return form === 'sm2-sm3' ? sm2Hash({ point: sm2Point(publicKey), message }) : hash('sha-256', message);
    case 'digest-info':
      if (form !== 'rsa-pkcs1-sha256') throw new FormatError('unsuited', 'DigestInfo belongs to RSA PKCS#1 v1.5');
      return digestInfo(hash('sha-256', message));
    case 'z-message':
      return Buffer.concat([signerHash(sm2Point(publicKey)), message]);
  }
}

/** The mechanism's answer in the form that certificates and CMS carry. RSA's is that already. */
export function signatureOfMechanism(form: SignatureForm, output: MechanismOutput, value: Uint8Array): Uint8Array {
  if (form === 'rsa-pkcs1-sha256' || form === 'rsa-pss-sha256') return value;
  return output === 'raw' ? signatureToDer(value) : signatureToDer(signatureToRaw(value));
}

function sm2Point(publicKey: Uint8Array): Uint8Array {
  const key = readPublicKey(publicKey);
  if (key.kind !== 'sm2') throw new FormatError('unsuited', 'not an SM2 key');
  return key.point;
}
