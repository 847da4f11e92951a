import * as z from 'zod/mini';
import { ERROR_CODES, type ErrorCode } from './errors.ts';

/** Where an input broke the contract: the path and the rule, never the value, which may be personal. */
export const inputIssue = z.strictObject({
  path: z.string().check(z.maxLength(200)),
  rule: z.string().check(z.maxLength(200)),
});

/**
 * The public form of an error. `values` fill the placeholders of the user's text (numbers and names, nothing personal);
 * `support` is a short technical word for the hotline, such as a driver's return code.
 */
export const publicError = z.strictObject({
  code: z.enum(ERROR_CODES),
  values: z.optional(
    z.record(z.string().check(z.maxLength(40)), z.union([z.string().check(z.maxLength(200)), z.number()])),
  ),
  issues: z.optional(z.array(inputIssue).check(z.maxLength(20))),
  support: z.optional(z.string().check(z.maxLength(200))),
});

export type InputIssue = z.infer<typeof inputIssue>;
export type PublicError<Code extends ErrorCode = ErrorCode> = Omit<z.infer<typeof publicError>, 'code'> & {
  code: Code;
};

export type Ok<Value> = { ok: true; value: Value };
export type Failed<Code extends ErrorCode = ErrorCode> = { ok: false; error: PublicError<Code> };
/** The one reply shape of every boundary. */
export type Result<Value, Code extends ErrorCode = ErrorCode> = Ok<Value> | Failed<Code>;

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function fail<Code extends ErrorCode>(code: Code, more: Omit<PublicError, 'code'> = {}): Failed<Code> {
  return { ok: false, error: { code, ...more } };
}
