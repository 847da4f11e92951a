import { type AuditRecord, type ChainHead, hashOfRecord } from '../audit-record.ts';

export type FlawKind = 'missing' | 'altered' | 'not-chained';

export interface Flaw {
  readonly kind: FlawKind;
  readonly sequence: number;
}

/** What is first wrong with records that should follow a head, in their order. */
export function firstFlaw(head: ChainHead, records: readonly AuditRecord[]): Flaw | undefined {
  let before = head;
  for (const record of records) {
    const sequence = before.sequence + 1;
    if (record.sequence !== sequence) return { kind: 'missing', sequence };
    if (hashOfRecord(record) !== record.hash) return { kind: 'altered', sequence };
    if (record.previous !== before.hash) return { kind: 'not-chained', sequence };
    before = record;
  }
  return undefined;
}
