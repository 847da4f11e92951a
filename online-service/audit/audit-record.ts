import { createHash } from 'node:crypto';
import { canonicalJson } from '@certbridge/shared/domain/canonical-json.ts';

/** As it is written, without what ties it to the others. */
export interface AuditContent {
  /** ISO 8601 in UTC, milliseconds. */
  readonly at: string;
  readonly what: string;
  readonly about: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  /** Canonical JSON, kept as text so that its bytes are what was hashed. */
  readonly details: string;
}

export interface AuditRecord extends AuditContent {
  /** From 1 on, without a gap. */
  readonly sequence: number;
  /** Hash of the record before, in hexadecimal. */
  readonly previous: string;
  readonly hash: string;
}

/** Where the chain stands: its newest record. */
export type ChainHead = Pick<AuditRecord, 'sequence' | 'hash'>;

export const BEFORE_THE_FIRST: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

export function hashOfRecord(record: Omit<AuditRecord, 'hash'>): string {
  const { sequence, at, what, about, actorKind, actorId, details, previous } = record;
  const hashed = canonicalJson({ sequence, at, what, about, actorKind, actorId, details, previous });
  // The word before keeps a hash of this kind from meaning anything else.
  return createHash('sha256').update('certbridge audit record 1\n').update(hashed, 'utf8').digest('hex');
}

/** The records that come after `head`, in the order of their contents. */
export function chained(head: ChainHead, contents: readonly AuditContent[]): AuditRecord[] {
  let before = head;
  return contents.map((content) => {
    const record = { ...content, sequence: before.sequence + 1, previous: before.hash };
    before = { sequence: record.sequence, hash: hashOfRecord(record) };
    return { ...record, hash: before.hash };
  });
}
