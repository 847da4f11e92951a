import { ok } from '@certbridge/shared/contract/result.ts';
import { panelAddress } from '../../platform/panel-address.ts';
import type { Command } from './command.ts';

export const panelOpenTab: Command<'panel.openTab'> =
  ({ openTab }) =>
  async ({ channelId }) => {
    await openTab(panelAddress({ channelId }));
    return ok({});
  };
