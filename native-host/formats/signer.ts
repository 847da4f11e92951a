import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';

/** A private key that can sign, wherever it is. The formats know nothing of PKCS#11. */
export interface Signer {
  readonly form: SignatureForm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** Over the whole message. RSA: the bare value; ECDSA and SM2: DER, SM2 over SM3(Z‖message) (GM/T 0009). */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
