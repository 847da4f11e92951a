import { ok } from '@certbridge/shared/contract/result.ts';
import { namedBy } from '../on-token.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

export function tokenFind({ board, queue }: WorkerParts): WorkerHandler<'token.find'> {
  return ({ serial }) =>
    queue.run(() => {
      if (!board.isFresh || !board.present.some(namedBy(serial))) board.look();
      const found = board.present.filter(namedBy(serial)).length;
      return ok({ found, others: board.present.length - found });
    });
}
