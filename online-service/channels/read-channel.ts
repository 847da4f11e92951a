import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { ChannelStore } from './channel-store.ts';

export function readChannel(channels: ChannelStore): OperationHandler<OnlineContract['channels.read']> {
  return async ({ id }) => {
    const channel = await channels.read(id);
    return channel ? ok(channel) : fail('CHANNEL_UNKNOWN');
  };
}
