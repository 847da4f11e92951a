import type { KeyObject } from 'node:crypto';
import { type AuditRecord, BEFORE_THE_FIRST, type ChainHead } from '../audit-record.ts';
import { isSignedBy, type SignedHead } from '../signed-head.ts';
import { type FlawKind, firstFlaw } from './first-flaw.ts';

export type FindingKind = FlawKind | 'bad-signature' | 'unknown-key' | 'not-as-signed' | 'cut-tail';

export interface Finding {
  readonly kind: FindingKind;
  readonly sequence: number;
  readonly where: 'chain' | 'signature' | 'anchor';
}

export interface Evidence {
  /** In the order of their sequence, in stretches of any length. */
  readonly records: AsyncIterable<readonly AuditRecord[]>;
  readonly signatures: readonly SignedHead[];
  readonly anchors: readonly SignedHead[];
  /** By key id. */
  readonly keys: ReadonlyMap<string, KeyObject>;
}

export interface Verified {
  readonly head: ChainHead;
  /** Up to here our signatures vouch. */
  readonly signedUpTo: number;
  readonly findings: readonly Finding[];
}

/** Everything that is wrong, each flaw once; a chain goes on after a flaw from what stands there, so that all are found. */
export async function verifyChain(evidence: Evidence): Promise<Verified> {
  const findings: Finding[] = [];
  const heads = [
    ...evidence.signatures.map((signed) => ({ signed, where: 'signature' as const })),
    ...evidence.anchors.map((signed) => ({ signed, where: 'anchor' as const })),
  ];
  const wanted = new Set(heads.map(({ signed }) => signed.sequence));
  const hashes = new Map<number, string>();
  let head: ChainHead = BEFORE_THE_FIRST;
  for await (const stretch of evidence.records) {
    for (const record of stretch) {
      const flaw = firstFlaw(head, [record]);
      if (flaw) findings.push({ ...flaw, where: 'chain' });
      if (wanted.has(record.sequence)) hashes.set(record.sequence, record.hash);
      head = record;
    }
  }
  let signedUpTo = 0;
  for (const { signed, where } of heads) {
    const kind = faultOf(signed, { keys: evidence.keys, hash: hashes.get(signed.sequence), last: head.sequence });
    if (kind) findings.push({ kind, sequence: signed.sequence, where });
    else signedUpTo = Math.max(signedUpTo, signed.sequence);
  }
  return { head, signedUpTo, findings };
}

interface Beside {
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly hash: string | undefined;
  readonly last: number;
}

function faultOf(signed: SignedHead, { keys, hash, last }: Beside): FindingKind | undefined {
  const key = keys.get(signed.keyId);
  if (!key) return 'unknown-key';
  if (!isSignedBy(key, signed)) return 'bad-signature';
  if (signed.sequence > last) return 'cut-tail';
  return hash === signed.hash ? undefined : 'not-as-signed';
}
