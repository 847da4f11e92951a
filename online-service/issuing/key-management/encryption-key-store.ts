import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';

/** A pair that key management made for an order. */
export interface EncryptionKey {
  readonly id: string;
  readonly orderId: string;
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
  /** PKCS#8, DER. Sealed as soon as it is stored. */
  readonly privateKey: Buffer;
  readonly createdAt: Date;
}

export interface KeyRecovery {
  readonly id: string;
  readonly encryptionKeyId: string;
  readonly reason: string;
  /** SubjectPublicKeyInfo of the key to which it is released, DER. */
  readonly recipient: Buffer;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly released: boolean;
  readonly approvedBy: readonly string[];
}

export interface EncryptionKeyStore {
  /** The order's; one that was made before stays. */
  keepFirst(key: EncryptionKey): Promise<EncryptionKey>;
  ofOrder(orderId: string): Promise<EncryptionKey | undefined>;
  find(id: string): Promise<EncryptionKey | undefined>;
  ask(recovery: Omit<KeyRecovery, 'released' | 'approvedBy'>): Promise<void>;
  /** Locked until the transaction ends. */
  lockRecovery(id: string): Promise<KeyRecovery | undefined>;
  approve(id: string, by: string, at: Date): Promise<void>;
  /** Once; false when it was released before. */
  release(id: string, at: Date): Promise<boolean>;
}
