import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import { backoff } from '../../platform/backoff.ts';

const RETRIES = 3;
const WAITS = { firstMs: 500, capMs: 4_000 };
/** Whoever waits in front of a button is told after a minute at the latest that nobody answers. */
const NO_RETRY_AFTER_MS = 30_000;

/** Nobody said what became of it; or the first sending is still being worked on. */
const UNANSWERED: readonly ErrorCode[] = ['SERVICE_UNREACHABLE', 'DEADLINE_EXCEEDED', 'REQUEST_IN_PROGRESS'];

export interface AnswerOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** Sends again while nobody answers. The attempts share one idempotency key, so they have one effect together. */
export async function untilAnswered(
  attempt: () => Promise<Result<unknown>>,
  { clock, signal }: AnswerOptions,
): Promise<Result<unknown>> {
  const { cancellation, cancel } = createCanceller();
  signal?.addEventListener('abort', cancel, { once: true });
  const begun = clock.now();
  for (let retry = 0; ; retry += 1) {
    const result = await attempt();
    if (result.ok || !UNANSWERED.includes(result.error.code) || retry === RETRIES) return result;
    if (clock.now() - begun > NO_RETRY_AFTER_MS) return result;
    await wait(clock, backoff(retry, { ...WAITS, random: Math.random }), cancellation);
    if (signal?.aborted) return result;
  }
}
