import type { UnrecordedEvent } from './unrecorded-events.ts';
import type { Finding, FindingKind, Verified } from './verify-chain.ts';

const WORDS: Readonly<Record<FindingKind, (sequence: number) => string>> = {
  missing: (n) => `第 ${n} 条记录缺失。 Record ${n} is missing.`,
  altered: (n) => `第 ${n} 条记录被改动。 Record ${n} was altered.`,
  'not-chained': (n) => `第 ${n} 条记录与前一条不相连。 Record ${n} does not follow the one before.`,
  'bad-signature': (n) => `第 ${n} 条处的签名不对。 The signature at ${n} is wrong.`,
  'unknown-key': (n) =>
    `第 ${n} 条处的签名出自未知的密钥（用 --key 给出其公钥）。 The signature at ${n} is by a key that was not given (--key).`,
  'not-as-signed': (n) => `第 ${n} 条记录与签署时不同。 Record ${n} is not the one that was signed.`,
  'cut-tail': (n) => `日志末尾被截断：曾签署到第 ${n} 条。 The end was cut off: it was once signed up to ${n}.`,
};

const WHERE: Readonly<Record<Finding['where'], string>> = {
  chain: '链 chain',
  signature: '签名 signatures',
  anchor: '另存的签名头 anchors',
};
const MOST_LISTED = 50;

export interface ReportParts extends Verified {
  readonly waiting: number;
  readonly unrecorded: readonly UnrecordedEvent[];
  readonly anchors: number | undefined;
  readonly unreadable: readonly string[];
}

export function reportOf(parts: ReportParts): { readonly text: string; readonly fine: boolean } {
  const { head, signedUpTo, findings, waiting, unrecorded, anchors, unreadable } = parts;
  const lines = findings
    .slice(0, MOST_LISTED)
    .map(({ kind, sequence, where }) => `✗ [${WHERE[where]}] ${WORDS[kind](sequence)}`);
  if (findings.length > MOST_LISTED) lines.push(`… ${findings.length - MOST_LISTED} more`);
  for (const { order, version } of unrecorded.slice(0, MOST_LISTED)) {
    lines.push(`✗ 订单 ${order} 的第 ${version} 次变更没有记录。 Change ${version} of order ${order} has no record.`);
  }
  if (unrecorded.length > MOST_LISTED) lines.push(`… ${unrecorded.length - MOST_LISTED} more`);
  for (const path of unreadable) lines.push(`✗ ${path}：不是签名头。 Not a signed head.`);
  lines.push(
    `记录 records: ${head.sequence}`,
    `已签署到 signed up to: ${signedUpTo}`,
    `待入链 not chained yet: ${waiting}`,
  );
  lines.push(`另存的签名头 anchored heads: ${anchors ?? '未检查（--anchor）not looked at (--anchor)'}`);
  const fine = findings.length === 0 && unreadable.length === 0 && unrecorded.length === 0;
  lines.push(fine ? '✓ 没有发现问题。 Nothing wrong was found.' : '✗ 审计日志有问题。 The audit is not as it was.');
  return { text: `${lines.join('\n')}\n`, fine };
}
