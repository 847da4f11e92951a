import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { Command } from './command.ts';
import { portalPageOf } from './portal-page-of.ts';

export const portalDescribe: Command<'portal.describe'> =
  () =>
  async (_, { peer }) => {
    const page = portalPageOf(peer);
    if (page === undefined) return fail('ORIGIN_NOT_REGISTERED');
    const { name, channelId, loginSelectors } = page.portal;
    return ok({ origin: page.origin, name, channelId, loginSelectors });
  };
