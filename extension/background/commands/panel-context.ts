import { ok } from '@certbridge/shared/contract/result.ts';
import type { Command } from './command.ts';
import { portalPageOf } from './portal-page-of.ts';

export const panelContext: Command<'panel.context'> =
  ({ config, version }) =>
  async (_, { peer }) => {
    const { serviceUrl } = await config;
    const page = portalPageOf(peer);
    const portal = page ? { origin: page.origin, name: page.portal.name, channelId: page.portal.channelId } : null;
    return ok({ portal, serviceUrl, version });
  };
