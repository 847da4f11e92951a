import type * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';
import { type Operation, operation } from '../operation.ts';

/**
 * Who may ask. `public`: anybody. `order`: the holder of that order's token, or the person whose order it is.
 * `person`: somebody who has proved by a code whose orders he may see. The door checks that a session is there; that the
 * order is this session's, the feature does, in the transaction in which it works.
 */
export const ACCESS = ['public', 'order', 'person'] as const;
export type Access = (typeof ACCESS)[number];

/** Where an operation of the online service lives in HTTP. Path parameters are fields of the input, as `{name}`. */
export type OnlineOperation = Operation & {
  /** Nothing over HTTP lasts until it is cancelled. */
  readonly timeLimitMs: number;
  readonly route: { readonly method: 'GET' | 'POST'; readonly path: string };
  readonly access: Access;
  /** `once`: changes something, so the request carries an Idempotency-Key, and a repetition has the first one's reply. */
  readonly effect: 'none' | 'once';
};

/** What the bearer's door and the idempotency door may answer, beside the operation's own errors. */
export const SESSION_ERRORS = ['SESSION_MISSING', 'SESSION_OVER'] as const satisfies readonly ErrorCode[];
export const ONCE_ERRORS = [
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'REQUEST_IN_PROGRESS',
] as const satisfies readonly ErrorCode[];
/** What every operation on an order may answer. */
export const ORDER_ERRORS = [
  'ORDER_UNKNOWN',
  'ORDER_CHANGED',
  'ORDER_STEP_NOT_ALLOWED',
  'SERVICE_NOT_READY',
  ...SESSION_ERRORS,
  ...ONCE_ERRORS,
] as const satisfies readonly ErrorCode[];

/** Gives an operation its exact types. */
export function online<
  Input extends z.ZodMiniType,
  Output extends z.ZodMiniType,
  const Errors extends ErrorCode,
  const Place extends Pick<OnlineOperation, 'route' | 'access' | 'effect'>,
>(place: Place, declared: Operation<Input, Output, never, Errors> & { readonly timeLimitMs: number }) {
  return { ...operation(declared), ...place };
}
