import { type OnlineContract, onlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import { readReply } from './read-reply.ts';
import { requestUrl } from './request-url.ts';

export interface OnlineClient {
  /** Always resolves, and never later than the operation's limit. */
  call<Name extends keyof OnlineContract>(
    name: Name,
    input: InputOf<OnlineContract[Name]>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Result<OutputOf<OnlineContract[Name]>>>;
}

export interface OnlineClientOptions {
  readonly serviceUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** The only way to the online service, derived from its contract: nothing is written by hand for an operation. */
export function createOnlineClient(options: OnlineClientOptions): OnlineClient {
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  return {
    async call(name, input, { signal } = {}) {
      const operation = onlineContract[name];
      type Answer = Result<OutputOf<OnlineContract[typeof name]>>;
      const checked = operation.input.safeParse(input);
      if (!checked.success) return fail('INPUT_INVALID', { issues: issuesOf(checked.error) });
      const limitMs = operation.timeLimitMs;
      const deadline = AbortSignal.timeout(limitMs);
      try {
        const response = await send(requestUrl(options.serviceUrl, operation.route, checked.data), {
          method: operation.route.method,
          headers: { accept: 'application/json' },
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
          signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        });
        return (await readReply(operation, response)) as Answer;
      } catch {
        // The browser does not tell one network failure from another; only our own ends are known.
        if (signal?.aborted) return fail('CANCELLED');
        if (deadline.aborted) return fail('DEADLINE_EXCEEDED', { values: { ms: limitMs } });
        return fail('SERVICE_UNREACHABLE');
      }
    },
  };
}
