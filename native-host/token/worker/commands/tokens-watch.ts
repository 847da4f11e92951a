import { ok } from '@certbridge/shared/contract/result.ts';
import type { Bell } from '../bell/bell.ts';
import { watchDriver } from '../watch-driver.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

export function tokensWatch({ board, queue, clock }: WorkerParts, bell: Bell): WorkerHandler<'tokens.watch'> {
  const look = () =>
    queue.run(() => {
      const view = board.look();
      if (board.bearsOneThread) bell.unwire('a driver without locks');
      return view;
    });
  return async (_input, { cancellation, emit }) => {
    await watchDriver({ look, emit, bell, clock, cancellation });
    return ok({});
  };
}
