import type * as z from 'zod/mini';
import type { CommonError, ErrorCode } from './errors.ts';
import type { Result } from './result.ts';

/**
 * One operation of one boundary, declared once. Types, validation, client, dispatcher and `docs/protocol.md` are
 * derived from it.
 */
export interface Operation<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
  Event extends z.ZodMiniType = z.ZodMiniType,
  Errors extends ErrorCode = ErrorCode,
> {
  /** What it does, in one sentence, for the protocol page. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** What may arrive before the reply: progress of a long work, or the events of a watch. Absent: nothing may. */
  readonly event?: Event;
  /** Errors particular to this operation, beside the common ones. */
  readonly errors: readonly Errors[];
  /** From receipt to reply; `'until-cancelled'` for a watch. */
  readonly timeLimitMs: number | 'until-cancelled';
  /** Of the request and of the reply, as UTF-8 JSON. */
  readonly sizeLimitBytes: { readonly request: number; readonly reply: number };
}

export type AnyOperation = Operation;
export type Contract = { readonly [name: string]: AnyOperation };
export type OperationName<C extends Contract> = keyof C & string;

export type InputOf<O extends AnyOperation> = z.output<O['input']>;
export type OutputOf<O extends AnyOperation> = z.output<O['output']>;
export type EventOf<O extends AnyOperation> = [NonNullable<O['event']>] extends [never]
  ? never
  : z.output<NonNullable<O['event']>>;
export type ErrorOf<O extends AnyOperation> = O['errors'][number] | CommonError;
export type ResultOf<O extends AnyOperation> = Result<OutputOf<O>, ErrorOf<O>>;

/** Gives an operation its exact types; there is nothing to do at run time. */
export function operation<
  Input extends z.ZodMiniType,
  Output extends z.ZodMiniType,
  const Errors extends ErrorCode,
  Limit extends Operation['timeLimitMs'],
  Event extends z.ZodMiniType = never,
>(declared: Operation<Input, Output, Event, Errors> & { readonly timeLimitMs: Limit }): typeof declared {
  return declared;
}
