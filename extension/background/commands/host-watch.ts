import { ok } from '@certbridge/shared/contract/result.ts';
import type { Command } from './command.ts';
import { keepWatch } from './keep-watch.ts';

/** Whoever looks at the host also wants it to be there, so that an installed or restarted one is noticed. */
export const hostWatch: Command<'host.watch'> =
  ({ native }) =>
  async (_, { cancellation, emit }) => {
    await keepWatch(cancellation, native.hold(), native.onState(emit));
    return ok({});
  };
