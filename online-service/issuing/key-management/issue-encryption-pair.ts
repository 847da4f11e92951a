import { randomUUID } from 'node:crypto';
import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import type { CertificateOrder, IssueOutcome } from '../certificate-authority.ts';
import type { KeyManagementTools } from './key-management-tools.ts';
import { newEncryptionPair } from './new-encryption-pair.ts';
import { type WrappedKey, wrapKey } from './wrap-key.ts';

export interface PairOrder extends Omit<CertificateOrder, 'use' | 'key'> {
  readonly algorithm: KeyAlgorithm;
  /** The signing key of the same order, which its holder has proven to have: SubjectPublicKeyInfo, DER. */
  readonly signingKey: Buffer;
}

export interface WrappedPair extends WrappedKey {
  readonly outcome: 'issued';
  readonly serialNumber: string;
  readonly chain: readonly Buffer[];
}

/** The pair is stored before it is certified, and is the same whenever it is asked for again. */
export async function issueEncryptionPair(
  { transact, now, authority }: KeyManagementTools,
  order: PairOrder,
): Promise<WrappedPair | Exclude<IssueOutcome, { outcome: 'issued' }>> {
  const { algorithm, signingKey, ...about } = order;
  const { orderId } = order;
  const before = await transact(({ encryptionKeys }) => encryptionKeys.ofOrder(orderId));
  const pair = before ?? {
    id: randomUUID(),
    orderId,
    algorithm,
    createdAt: now(),
    ...(await newEncryptionPair(algorithm)),
  };
  const kept = before ?? (await transact(({ encryptionKeys }) => encryptionKeys.keepFirst(pair)));
  const key = { kind: 'key-management' as const, publicKey: kept.publicKey };
  const issued = await authority.issue({ ...about, use: 'encrypt', key });
  return issued.outcome === 'issued' ? { ...issued, ...wrapKey(kept, signingKey) } : issued;
}
