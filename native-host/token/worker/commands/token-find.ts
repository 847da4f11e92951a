import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { namedBy } from '../on-token.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

export function tokenFind({ board, queue }: WorkerParts): WorkerHandler<'token.find'> {
  return ({ serial }) =>
    queue.run(() => {
      if (!board.isFresh || !board.present.some(namedBy(serial))) board.look();
      const found = board.present.filter(namedBy(serial)).length;
      // It may be this fault that hides the key. A library that never came up has shown none that it could hide.
      const { code, ...more } = board.fault ?? {};
      if (found === 0 && code === 'DRIVER_FAULT') return fail(code, more);
      return ok({ found, others: board.present.length - found });
    });
}
