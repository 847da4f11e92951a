/** What each frame must be answered by, worked out here a second time, and what came: nothing may be missing or too much. */
import { ERROR_VALUES, type ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { requestId, type ToClient, toServer } from '@certbridge/shared/contract/wire.ts';

export type Due =
  | { readonly answer: 'notice' | 'nothing' }
  | { readonly answer: 'reply'; readonly id: string; readonly endless: boolean };

/** The contract's messages have eight levels; what has so many is not looked at. */
const DEEPEST = 32;
/** None of these is ever the browser's doing: they say that something of ours went wrong. */
const OUR_FAULTS: readonly ErrorCode[] = [
  'INTERNAL',
  'REPLY_INVALID',
  'REPLY_TOO_LARGE',
  'MODULE_CRASHED',
  'MODULE_NOT_RESPONDING',
  'CONNECTION_LOST',
  'DRIVER_FAULT',
];

export function dueTo(payload: Uint8Array): Due {
  const message = payload.length > LIMITS.browserToHostBytes ? undefined : readable(payload);
  if (!message) return { answer: 'notice' };
  const read = toServer.safeParse(message.value);
  if (read.success) {
    const { data } = read;
    if (data.type === 'cancel') return { answer: 'nothing' };
    return { answer: 'reply', id: data.id, endless: data.operation === 'keys.watch' };
  }
  const id = requestId.safeParse(idIn(message.value));
  return id.success ? { answer: 'reply', id: id.data, endless: false } : { answer: 'notice' };
}

function readable(payload: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload));
    return depthOf(value) >= DEEPEST ? undefined : { value };
  } catch {
    return undefined;
  }
}

/** Counts no further than it has to. */
function depthOf(value: unknown, above = 0): number {
  if (typeof value !== 'object' || value === null || above > DEEPEST) return above;
  return Object.values(value).reduce<number>((deepest, inner) => Math.max(deepest, depthOf(inner, above + 1)), above);
}

function idIn(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
}

export class AnswerLedger {
  /** How many answers each id is still owed. */
  readonly #replies = new Map<string, number>();
  readonly #endless = new Set<string>();
  #notices = 0;
  #open = 0;
  readonly tally = new Map<string, number>();
  readonly wrong: string[] = [];

  /** Answers that are owed. Those of watches come when they are cancelled. */
  get open(): number {
    return this.#open + this.#notices;
  }

  get endless(): readonly string[] {
    return [...this.#endless];
  }

  get owedIds(): readonly string[] {
    return [...this.#replies.keys()];
  }

  sent(payload: Uint8Array): void {
    const due = dueTo(payload);
    if (due.answer === 'notice') this.#notices += 1;
    if (due.answer !== 'reply') return;
    this.#replies.set(due.id, (this.#replies.get(due.id) ?? 0) + 1);
    if (due.endless) this.#endless.add(due.id);
    this.#open += 1;
  }

  came(message: ToClient): void {
    if (message.type === 'event') {
      if (!this.#replies.has(message.id)) this.wrong.push(`an event of ${message.id}, which is not open`);
      return;
    }
    if (message.type === 'notice') {
      this.#notices -= 1;
      this.#count(message.error);
      if (this.#notices < 0) this.wrong.push(`a notice that nothing called for: ${message.error.code}`);
      return;
    }
    this.#count(message.result.ok ? undefined : message.result.error);
    this.#replied(message.id);
  }

  #replied(id: string): void {
    const owed = this.#replies.get(id) ?? 0;
    if (owed === 0) {
      this.wrong.push('a reply that nothing called for');
      return;
    }
    this.#open -= 1;
    if (owed > 1) this.#replies.set(id, owed - 1);
    else this.#replies.delete(id);
    if (owed === 1) this.#endless.delete(id);
  }

  #count(error: PublicError | undefined): void {
    const code = error?.code ?? 'ok';
    this.tally.set(code, (this.tally.get(code) ?? 0) + 1);
    if (!error) return;
    if (OUR_FAULTS.includes(error.code)) this.wrong.push(`${error.code} ${error.support ?? ''}`.trim());
    const places: Readonly<Partial<Record<ErrorCode, readonly string[]>>> = ERROR_VALUES;
    const missing = places[error.code]?.find((name) => error.values?.[name] === undefined);
    if (missing !== undefined) this.wrong.push(`${error.code} without ${missing}`);
  }
}
