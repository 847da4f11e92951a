import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { FormatError } from './format-error.ts';
import { type PublicKey, readPublicKey } from './public-key/public-key.ts';
import type { Signer } from './signer.ts';
import { verifySignature } from './verify-signature.ts';

const KEY_OF_FORM: Readonly<Record<SignatureForm, PublicKey['kind']>> = {
  'rsa-pkcs1-sha256': 'rsa',
  'rsa-pss-sha256': 'rsa',
  'ecdsa-p256-sha256': 'p256',
  'sm2-sm3': 'sm2',
};

/**
 * Signs, and checks at once with the public key. A driver with another idea of Z, padding or key answers a value too;
 * it must show here and not weeks later at a bid's opening.
 */
export async function checkedSignature(signer: Signer, message: Uint8Array): Promise<Uint8Array> {
  if (readPublicKey(signer.publicKey).kind !== KEY_OF_FORM[signer.form]) {
    throw new FormatError('unsuited', `this key does not sign in ${signer.form}`);
  }
  const signature = await signer.sign(message);
  if (verifySignature({ form: signer.form, publicKey: signer.publicKey, message, signature })) return signature;
  throw new FormatError('wrong-signature', `the key's ${signer.form} signature does not verify`);
}
