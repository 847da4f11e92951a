import { randomUUID } from 'node:crypto';
import { judgePublicKey } from '../requests/public-key.ts';
import type { KeyManagementTools } from './key-management-tools.ts';
import { type WrappedKey, wrapKey } from './wrap-key.ts';

export interface AskedRecovery {
  readonly orderId: string;
  readonly reason: string;
  /** To whose key it is wrapped: SubjectPublicKeyInfo, DER. The service never gives a private key in the clear. */
  readonly recipient: Buffer;
  readonly by: string;
}

export type ApprovalOutcome =
  | { readonly outcome: 'released'; readonly key: WrappedKey }
  | { readonly outcome: 'waiting'; readonly approvals: number }
  /** Whoever asked does not approve, and nobody approves twice. */
  | { readonly outcome: 'refused'; readonly why: 'unknown' | 'own' | 'approved-before' | 'released-before' };

/** Besides whoever asks. */
const APPROVALS_NEEDED = 2;

/** The number of the recovery; undefined when the order has no pair of ours or the recipient's key is unfit. */
export function askRecovery(
  { transact, now }: KeyManagementTools,
  { orderId, reason, recipient, by }: AskedRecovery,
): Promise<string | undefined> {
  return transact(async ({ encryptionKeys }) => {
    const pair = await encryptionKeys.ofOrder(orderId);
    const kind = judgePublicKey(recipient);
    // SM2's envelope holds an SM2 key only.
    const fits = kind === 'sm2' ? pair?.algorithm === 'sm2' : kind === 'rsa-2048' || kind === 'p256';
    if (!pair || !fits) return undefined;
    const id = randomUUID();
    await encryptionKeys.ask({ id, encryptionKeyId: pair.id, reason, recipient, askedBy: by, askedAt: now() });
    return id;
  });
}

/** The second approval releases it, once; all of it stands in the database. */
export function approveRecovery(
  { transact, now }: KeyManagementTools,
  recoveryId: string,
  by: string,
): Promise<ApprovalOutcome> {
  return transact(async ({ encryptionKeys }): Promise<ApprovalOutcome> => {
    const recovery = await encryptionKeys.lockRecovery(recoveryId);
    if (!recovery) return { outcome: 'refused', why: 'unknown' };
    if (recovery.askedBy === by) return { outcome: 'refused', why: 'own' };
    if (recovery.released) return { outcome: 'refused', why: 'released-before' };
    if (recovery.approvedBy.includes(by)) return { outcome: 'refused', why: 'approved-before' };
    await encryptionKeys.approve(recoveryId, by, now());
    const approvals = recovery.approvedBy.length + 1;
    if (approvals < APPROVALS_NEEDED) return { outcome: 'waiting', approvals };
    const pair = await encryptionKeys.find(recovery.encryptionKeyId);
    if (!pair || !(await encryptionKeys.release(recoveryId, now()))) return { outcome: 'refused', why: 'unknown' };
    return { outcome: 'released', key: wrapKey(pair, recovery.recipient) };
  });
}
