import type { Result } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { backoff } from '../../platform/backoff.ts';

/** Trouble that passes by itself. Everything else would get the same answer again. */
const PASSING: readonly string[] = ['SERVICE_UNREACHABLE', 'SERVICE_NOT_READY', 'DEADLINE_EXCEEDED'];
const WAITS = { firstMs: 2_000, capMs: 60_000 };

export interface Retrying {
  /** Tries at once: somebody pressed the button, or the network came back. Does nothing when all is well. */
  now(): void;
  stop(): void;
}

export interface RetryingOptions<Value> {
  readonly load: () => Promise<Result<Value>>;
  readonly onStart: () => void;
  readonly onResult: (result: Result<Value>) => void;
  readonly clock: Clock;
  readonly random?: () => number;
}

/** Loads until it succeeds, ever more slowly. */
export function retrying<Value>(options: RetryingOptions<Value>): Retrying {
  let attempt = 0;
  let state: 'loading' | 'waiting' | 'ended' = 'waiting';
  let undo = () => {};

  async function load(): Promise<void> {
    undo();
    state = 'loading';
    options.onStart();
    const result = await options.load();
    if (state !== 'loading') return;
    const passing = !result.ok && PASSING.includes(result.error.code);
    state = result.ok ? 'ended' : 'waiting';
    options.onResult(result);
    if (!passing) return;
    undo = options.clock.after(
      backoff(attempt, { ...WAITS, random: options.random ?? Math.random }),
      () => void load(),
    );
    attempt += 1;
  }

  void load();
  return {
    now() {
      if (state === 'waiting') void load();
    },
    stop() {
      state = 'ended';
      undo();
    },
  };
}
