import type { AuditContent, AuditRecord, ChainHead } from './audit-record.ts';
import type { SignedHead } from './signed-head.ts';

/** What one who extends or signs the chain can reach, alone while its transaction lasts. */
export interface ChainStore {
  head(): Promise<ChainHead>;
  /** Takes the oldest that are written and not yet chained. */
  takeWritten(most: number): Promise<AuditContent[]>;
  append(records: readonly AuditRecord[]): Promise<void>;
  /** In order, those after a sequence. */
  after(sequence: number, most: number): Promise<AuditRecord[]>;
  at(sequence: number): Promise<AuditRecord | undefined>;
  newestSignature(): Promise<SignedHead | undefined>;
  addSignature(signed: SignedHead): Promise<void>;
}

/** Undefined: another process is at it. What comes seldom waits for its turn, which is short. */
export type AloneOnChain = <Value>(
  work: (chain: ChainStore) => Promise<Value>,
  turn?: { readonly waits: boolean },
) => Promise<Value | undefined>;
