import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { ChannelStore } from './channel-store.ts';

export function listChannels(channels: ChannelStore): OperationHandler<OnlineContract['channels.list']> {
  return async () => ok({ channels: await channels.list() });
}
