import { ok } from '@certbridge/shared/contract/result.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

export function tokensList({ board, queue }: WorkerParts): WorkerHandler<'tokens.list'> {
  return async () => ok(await queue.run(() => board.look()));
}
