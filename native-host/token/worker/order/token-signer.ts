import { randomBytes } from 'node:crypto';
import type { KeyAlgorithm, SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { readPublicKey } from '../../../formats/public-key/public-key.ts';
import type { Signer } from '../../../formats/signer.ts';
import { verifySignature } from '../../../formats/verify-signature.ts';
import type { Signing, TokenSession } from '../../pkcs11/token-session.ts';

const ALGORITHM = { rsa: 'rsa-2048', p256: 'p256', sm2: 'sm2' } as const;
/** How a pair of each algorithm can sign, the usual form first. */
const FORMS: Readonly<Record<KeyAlgorithm, readonly [SignatureForm, ...SignatureForm[]]>> = {
  'rsa-2048': ['rsa-pkcs1-sha256', 'rsa-pss-sha256'],
  p256: ['ecdsa-p256-sha256'],
  sm2: ['sm2-sm3'],
};
const BLOCK_BYTES = 32;

/** Of a SubjectPublicKeyInfo. Older certificates have shorter or longer RSA keys; they work the same way. */
export function algorithmOf(publicKey: Uint8Array): KeyAlgorithm | undefined {
  try {
    return ALGORITHM[readPublicKey(publicKey).kind];
  } catch {
    return undefined;
  }
}

export function usualForm(algorithm: KeyAlgorithm): SignatureForm {
  return FORMS[algorithm][0];
}

export function canSignAs(algorithm: KeyAlgorithm, form: SignatureForm): boolean {
  return FORMS[algorithm].includes(form);
}

export function tokenSigner(session: TokenSession, signing: Signing): Signer {
  const { form, publicKey } = signing;
  return { form, publicKey, sign: async (message) => session.sign(signing, message) };
}

/** Signs a random block on the key and verifies it here: is this private key the other half of that public key? */
export function provesItself(session: TokenSession, signing: Signing): boolean {
  const message = randomBytes(BLOCK_BYTES);
  const signature = session.sign(signing, message);
  return verifySignature({ form: signing.form, publicKey: signing.publicKey, message, signature });
}
