import { ok } from '@certbridge/shared/contract/result.ts';
import type { Command } from './command.ts';
import { keepWatch } from './keep-watch.ts';

export const keysWatch: Command<'keys.watch'> =
  ({ keys }) =>
  async (_, { cancellation, emit }) => {
    await keepWatch(cancellation, keys.join(emit));
    return ok({});
  };
