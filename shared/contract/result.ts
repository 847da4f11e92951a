import * as z from 'zod/mini';
import { ERROR_CODES, type ERROR_VALUES, type ErrorCode } from './errors.ts';

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

type Details = Omit<PublicError, 'code'>;
type CodeWithValues<Code extends ErrorCode> = Extract<Code, keyof typeof ERROR_VALUES>;
type ValuesOf<Code extends ErrorCode> = {
  [Name in (typeof ERROR_VALUES)[CodeWithValues<Code>][number]]: string | number;
};
/** What goes with a code: free to leave out, unless its texts have places for values. */
export type DetailsOf<Code extends ErrorCode> = [CodeWithValues<Code>] extends [never]
  ? [details?: Details]
  : [details: Details & { values: ValuesOf<Code> }];

export function fail<Code extends ErrorCode>(code: Code, ...[details]: DetailsOf<Code>): Failed<Code> {
  return { ok: false, error: { code, ...details } };
}
