import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { Command } from './command.ts';
import { keepWatch } from './keep-watch.ts';
import { portalPageOf } from './portal-page-of.ts';

export const pageWatch: Command<'page.watch'> =
  ({ pages }) =>
  async (_, { peer, cancellation, emit }) => {
    const page = portalPageOf(peer);
    if (page === undefined) return fail('ORIGIN_NOT_REGISTERED');
    await keepWatch(
      cancellation,
      pages.add(page.tabId, () => emit({ type: 'close-panel' })),
    );
    return ok({});
  };
