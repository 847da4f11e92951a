import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { remembering } from '../remembering.ts';
import { type PublicKey, readPublicKey, writePublicKey } from './public-key/public-key.ts';
import { PSS_SALT_BYTES } from './signature-algorithms.ts';
import { verifySm2 } from './sm2/verify-sm2.ts';

export interface SignatureToVerify {
  readonly form: SignatureForm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** No RSA or ECDSA or SM2 signature that is worked with is longer. */
const LONGEST_SIGNATURE_BYTES = 1024;

/** False for whatever does not verify, a key of another kind and malformed bytes among it. */
export function verifySignature({ form, publicKey, message, signature }: SignatureToVerify): boolean {
  if (signature.length > LONGEST_SIGNATURE_BYTES) return false;
  try {
    return verifiers[form]({ key: readPublicKey(publicKey), publicKey }, message, signature);
  } catch {
    return false;
  }
}

interface ReadKey {
  readonly key: PublicKey;
  readonly publicKey: Uint8Array;
}

type Verifier = (read: ReadKey, message: Uint8Array, signature: Uint8Array) => boolean;

const verifiers: Readonly<Record<SignatureForm, Verifier>> = {
  'rsa-pkcs1-sha256': ({ key, publicKey }, message, signature) =>
    key.kind === 'rsa' &&
    verify('sha256', message, { key: nodeKey(publicKey), padding: constants.RSA_PKCS1_PADDING }, signature),
  'rsa-pss-sha256': ({ key, publicKey }, message, signature) =>
    key.kind === 'rsa' &&
    verify(
      'sha256',
      message,
      { key: nodeKey(publicKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PSS_SALT_BYTES },
      signature,
    ),
  'ecdsa-p256-sha256': ({ key, publicKey }, message, signature) =>
    key.kind === 'p256' && verify('sha256', message, { key: nodeKey(publicKey), dsaEncoding: 'der' }, signature),
  // Node's own SM2 knows no signer's id, and takes plain ECDSA on this curve for a signature.
  'sm2-sm3': ({ key }, message, signature) => key.kind === 'sm2' && verifySm2({ point: key.point, message, signature }),
};

/** From the key as it was read, so that both sides mean the same key. */
const nodeKey = remembering((publicKey): KeyObject => {
  const written = Buffer.from(writePublicKey(readPublicKey(publicKey)));
  return createPublicKey({ key: written, format: 'der', type: 'spki' });
});
