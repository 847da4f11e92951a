/**
 * What a check says of what somebody typed: the value in the form in which it is kept, or why it cannot be right.
 * `hint` is advice that stands in nobody's way; `repair` is what was most likely meant, and would be accepted.
 */
export type Checked<Reason extends string, Hint extends string = never> = Accepted<Hint> | Refused<Reason>;

export interface Accepted<Hint extends string = never> {
  readonly ok: true;
  readonly value: string;
  readonly hint?: Hint;
}

export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
  readonly repair?: string;
}

/** What can be wrong with any field: nothing in it, or something that its list does not have. */
export const COMMON_REASONS = ['missing', 'not-offered'] as const;
export type Missing = 'missing';

export function accepted<Hint extends string = never>(value: string, hint?: Hint): Accepted<Hint> {
  return hint === undefined ? { ok: true, value } : { ok: true, value, hint };
}

export function refused<Reason extends string>(reason: Reason, repair?: string): Refused<Reason> {
  return repair === undefined ? { ok: false, reason } : { ok: false, reason, repair };
}
