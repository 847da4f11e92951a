import type { keyOperations } from '@certbridge/shared/contract/key-operations.ts';
import type { EventOf } from '@certbridge/shared/contract/operation.ts';
import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import { refuse } from './refused.ts';

type Progress = EventOf<(typeof keyOperations)['renewal.prepare']>;

export interface Watcher {
  readonly cancellation: Cancellation;
  emit(progress: Progress): void;
}

/**
 * Tells how far a long work is. Between two steps the key is in a state that the order goes on from, so this is also
 * where a cancel takes hold; inside a step nothing is cut short by us.
 */
export function stepsOf({ emit, cancellation }: Watcher, of: number): (step: Progress['step']) => void {
  let done = 0;
  return (step) => {
    if (cancellation.cancelled) refuse('CANCELLED');
    emit({ step, done, of });
    done = Math.min(done + 1, of);
  };
}
