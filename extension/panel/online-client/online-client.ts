import type { OnlineContract, OnlineOperation } from '@certbridge/shared/contract/online.ts';
import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import { clock as browserClock } from '../../platform/clock.ts';
import { readReply } from './read-reply.ts';
import { requestInit } from './request-init.ts';
import { requestUrl } from './request-url.ts';
import { untilAnswered } from './until-answered.ts';

export type OnlineOperations = { readonly [name: string]: OnlineOperation };

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The session's token, for operations that are not public. */
  readonly token?: string | undefined;
  /** Names one act of a person: whatever is sent twice with it has one effect. Without it each call is an act of its own. */
  readonly onceKey?: string;
}

export interface OnlineClient<Operations extends OnlineOperations = OnlineContract> {
  /**
   * Always resolves. One attempt never takes longer than the operation’s limit; what changes something is sent again,
   * under the same key, while nobody answers.
   */
  call<Name extends keyof Operations & string>(
    name: Name,
    input: InputOf<Operations[Name]>,
    options?: CallOptions,
  ): Promise<Result<OutputOf<Operations[Name]>>>;
  /** A stream of events that goes on until the signal ends it; rejects when there is no line. */
  listen(path: string, input: object, asking: StreamAsking): Promise<Response>;
}

export interface StreamAsking {
  readonly token: string | undefined;
  readonly signal: AbortSignal;
}

export interface OnlineClientOptions {
  readonly serviceUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
}

/**
 * The only way to the online service, derived from its contract: nothing is written by hand for an operation. A screen
 * brings the part of the contract that it needs, so that nobody loads the rest.
 */
export function createOnlineClient<Operations extends OnlineOperations>(
  operations: Operations,
  options: OnlineClientOptions,
): OnlineClient<Operations> {
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const clock = options.clock ?? browserClock;

  async function attempt(operation: OnlineOperation, input: object, given: CallOptions): Promise<Result<unknown>> {
    const { signal } = given;
    const limitMs = operation.timeLimitMs;
    const deadline = AbortSignal.timeout(limitMs);
    try {
      const response = await send(requestUrl(options.serviceUrl, operation.route, input), {
        ...requestInit(operation, input, given),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
      return await readReply(operation, response);
    } catch {
      // The browser does not tell one network failure from another; only our own ends are known.
      if (signal?.aborted) return fail('CANCELLED');
      if (deadline.aborted) return fail('DEADLINE_EXCEEDED', { values: { ms: limitMs } });
      return fail('SERVICE_UNREACHABLE');
    }
  }

  return {
    async call(name, input, given = {}) {
      const operation: OnlineOperation = operations[name] as OnlineOperation;
      type Answer = Result<OutputOf<Operations[typeof name]>>;
      const checked = operation.input.safeParse(input);
      if (!checked.success) return fail('INPUT_INVALID', { issues: issuesOf(checked.error) });
      const fields = checked.data as object;
      if (operation.effect === 'none') return (await attempt(operation, fields, given)) as Answer;
      const act = { ...given, onceKey: given.onceKey ?? crypto.randomUUID() };
      return (await untilAnswered(() => attempt(operation, fields, act), { clock, signal: given.signal })) as Answer;
    },
    listen(path, input, { token, signal }) {
      const stream = { route: { method: 'GET', path }, access: 'order', effect: 'none' } as const;
      return send(requestUrl(options.serviceUrl, stream.route, input), {
        ...requestInit(stream, input, { token }),
        signal,
      });
    },
  };
}
