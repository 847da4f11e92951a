import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { Command } from './command.ts';
import { portalPageOf } from './portal-page-of.ts';

/** After the background slept, the page may be about to listen again: the panel is told, and asks again. */
export const panelClose: Command<'panel.close'> =
  ({ pages }) =>
  async (_, { peer }) => {
    const page = portalPageOf(peer);
    return page && pages.closePanel(page.tabId) ? ok({}) : fail('CONNECTION_LOST');
  };
