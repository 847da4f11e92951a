import { type AuthorityAlgorithm, SIGNATURE_IDENTIFIERS } from '../algorithms.ts';
import { bitString, sequence } from '../der/der-writer.ts';

/** A key of the authority, wherever it lies. */
export interface SigningKey {
  readonly algorithm: AuthorityAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
  /** The signature as it stands in a certificate: RSA's octets, or DER of r and s. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** Certificate, CertificateList and BasicOCSPResponse have one frame: what is signed, by which algorithm, and how. */
export async function signed(key: SigningKey, message: Uint8Array, ...more: readonly Uint8Array[]): Promise<Buffer> {
  return sequence(message, SIGNATURE_IDENTIFIERS[key.algorithm], bitString(await key.sign(message)), ...more);
}
