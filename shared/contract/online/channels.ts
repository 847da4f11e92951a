import * as z from 'zod/mini';
import { channel, channelListEntry } from '../../domain/channel.ts';
import { channelId } from '../../domain/channel-id.ts';
import { online } from './online-operation.ts';
import { SMALL_READ } from './sizes.ts';

export const channelOperations = {
  'channels.list': online(
    { route: { method: 'GET', path: '/v1/channels' }, access: 'public', effect: 'none' },
    {
      summary: 'The channels by name, for a panel that no portal has opened.',
      input: z.strictObject({}),
      output: z.strictObject({ channels: z.array(channelListEntry).check(z.maxLength(500)) }),
      errors: ['SERVICE_NOT_READY'],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_READ,
    },
  ),
  'channels.read': online(
    { route: { method: 'GET', path: '/v1/channels/{id}' }, access: 'public', effect: 'none' },
    {
      summary: 'One channel: what it offers, at which price, on which conditions.',
      input: z.strictObject({ id: channelId }),
      output: channel,
      errors: ['CHANNEL_UNKNOWN', 'SERVICE_NOT_READY'],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_READ,
    },
  ),
} as const;
