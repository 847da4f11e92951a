import { randomInt, randomUUID } from 'node:crypto';
import { type Failed, fail, type Ok, ok } from '@certbridge/shared/contract/result.ts';
import type { Limit } from '../limits/limit.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import type { CodeFor } from '../orders/one-time-codes.ts';
import type { SmsTemplate } from '../outbox/outbox.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { Stores } from '../stores.ts';
import { codeHash } from './code-hash.ts';

const VALID_MS = 5 * 60_000;
const RESEND_MS = 60_000;
const TRIES = 5;

export interface CodeTools {
  readonly index: BlindIndex;
  readonly now: () => Date;
}

export interface CodeWanted extends CodeFor {
  readonly mobile: string;
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
  /** Beside those on the recipient: where the request came from. */
  readonly limits: readonly (readonly [limit: Limit, whom: string])[];
}

export interface CodeIssued {
  readonly until: Date;
  readonly resendAt: Date;
}

/** A new code takes the place of the one before. It leaves by SMS when the transaction stays. */
export async function issueCode(
  stores: Stores,
  wanted: CodeWanted,
  tools: CodeTools,
): Promise<Ok<CodeIssued> | Failed<'CODE_TOO_SOON' | 'TRIES_TOO_FAST'>> {
  const { purpose, subject, mobile } = wanted;
  const now = tools.now();
  const earlier = await stores.codes.latest(purpose, subject);
  const waitMs = earlier ? earlier.createdAt.getTime() + RESEND_MS - now.getTime() : 0;
  if (waitMs > 0) return fail('CODE_TOO_SOON', { values: { seconds: Math.ceil(waitMs / 1000) } });
  const limits = [...wanted.limits, [LIMITS_OF.codesToRecipient, mobile] as const];
  const limited = await withinLimits(stores.limits, limits, tools);
  if (limited) return limited;
  const code = randomCode();
  const until = new Date(now.getTime() + VALID_MS);
  const values = { ...wanted.values, code };
  const [issued] = await Promise.all([
    keepCode(stores, { purpose, subject, code, validMs: VALID_MS }, { ...tools, now: () => now }),
    stores.outbox.put({ kind: 'sms', to: mobile, template: wanted.template, values }, { until }),
  ]);
  return ok(issued);
}

/** The code itself, to be sent by whoever asked for it; only its hash is kept. */
export async function newCode(
  stores: Stores,
  bound: CodeFor,
  tools: CodeTools,
): Promise<CodeIssued & { readonly code: string }> {
  const code = randomCode();
  return { code, ...(await keepCode(stores, { ...bound, code, validMs: VALID_MS }, tools)) };
}

export function randomCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

export interface CodeToKeep extends CodeFor {
  readonly code: string;
  /** A remark on a bank statement is read days later. */
  readonly validMs: number;
}

/** A code that has left, or is about to; only its hash is kept. */
export async function keepCode(
  stores: Stores,
  { purpose, subject, code, validMs }: CodeToKeep,
  { index, now }: CodeTools,
): Promise<CodeIssued> {
  const id = randomUUID();
  const createdAt = now();
  const until = new Date(createdAt.getTime() + validMs);
  const hash = codeHash(index, { id, purpose, subject }, code);
  await stores.codes.add({ id, purpose, subject, hash, until, triesLeft: TRIES, createdAt });
  return { until, resendAt: new Date(createdAt.getTime() + RESEND_MS) };
}
