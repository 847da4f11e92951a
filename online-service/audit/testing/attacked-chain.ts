import { generateKeyPairSync } from 'node:crypto';
import { type AuditContent, type AuditRecord, BEFORE_THE_FIRST, chained } from '../audit-record.ts';
import { keyIdOf, type SignedHead, signHead } from '../signed-head.ts';
import { verifyChain } from '../verify/verify-chain.ts';

const AT = new Date('2026-11-23T02:00:00Z');

export function contents(count: number, what = 'order.save'): AuditContent[] {
  return Array.from({ length: count }, (_, index) => ({
    at: new Date(AT.getTime() + index).toISOString(),
    what,
    about: `261123-${index}`,
    actorKind: 'applicant',
    actorId: null,
    details: `{"version":${index}}`,
  }));
}

export function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { id: keyIdOf(publicKey), privateKey, publicKey };
}

/** A chain of 20 records that was signed and anchored at the 10th and at the last. */
export function soundChain() {
  const key = newKey();
  const records = chained(BEFORE_THE_FIRST, contents(20));
  const heads = [9, 19].flatMap((at) => records[at] ?? []).map((record) => signHead(key, record, AT));
  return { key, records, heads };
}

export interface Attacked {
  readonly records: readonly AuditRecord[];
  readonly signatures: readonly SignedHead[];
  readonly anchors: readonly SignedHead[];
}

export async function kindsFound(key: ReturnType<typeof newKey>, attacked: Attacked): Promise<string[]> {
  const { records, ...signed } = attacked;
  async function* stretches() {
    yield records.slice(0, 7);
    yield records.slice(7);
  }
  const keys = new Map([[key.id, key.publicKey]]);
  const { findings } = await verifyChain({ records: stretches(), keys, ...signed });
  return findings.map(({ kind, sequence, where }) => `${where} ${kind} ${sequence}`);
}
