import type { IssueOutcome } from '../certificate-authority.ts';
import { issueEncryptionPair, type PairOrder, type WrappedPair } from './issue-encryption-pair.ts';
import type { KeyManagementTools } from './key-management-tools.ts';
import { type ApprovalOutcome, type AskedRecovery, approveRecovery, askRecovery } from './recovery.ts';

/** Encryption pairs are made here, so that what was encrypted to a lost key can be opened again. */
export interface KeyManagement {
  issueEncryptionPair(order: PairOrder): Promise<WrappedPair | Exclude<IssueOutcome, { outcome: 'issued' }>>;
  askRecovery(asked: AskedRecovery): Promise<string | undefined>;
  approveRecovery(recoveryId: string, by: string): Promise<ApprovalOutcome>;
}

export function keyManagement(tools: KeyManagementTools): KeyManagement {
  return {
    issueEncryptionPair: (order) => issueEncryptionPair(tools, order),
    askRecovery: (asked) => askRecovery(tools, asked),
    approveRecovery: (recoveryId, by) => approveRecovery(tools, recoveryId, by),
  };
}
