import type { PublicObjects } from '../pkcs11/token-driver.ts';

/**
 * Whether a certificate's private key is on the token, judged without a login and therefore by signs:
 * - private keys are visible (some tokens show them always): the one with the same CKA_ID, or none, decides;
 * - only public keys are visible: a pair is made together and shares its CKA_ID, so the public half stands for both.
 *   A token on which somebody left a public key alone would deceive us here;
 * - no keys are visible at all (everything is hidden until login): an end-entity certificate with a CKA_ID is taken
 *   to have its key, since that is what the id is for. Only a login could tell more.
 */
export function hasPrivateKey(id: string, isAuthority: boolean, objects: PublicObjects): boolean {
  if (objects.privateKeyIds.size > 0) return objects.privateKeyIds.has(id);
  if (objects.publicKeyIds.size > 0) return objects.publicKeyIds.has(id);
  return id !== '' && !isAuthority;
}
