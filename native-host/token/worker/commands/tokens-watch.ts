import { ok } from '@certbridge/shared/contract/result.ts';
import { watchDriver } from '../watch-driver.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

export function tokensWatch({ board, queue, clock }: WorkerParts): WorkerHandler<'tokens.watch'> {
  return async (_input, { cancellation, emit }) => {
    await watchDriver({ look: () => queue.run(() => board.look()), emit, clock, cancellation });
    return ok({});
  };
}
