import * as z from 'zod/mini';
import { channel, channelListEntry } from '../domain/channel.ts';
import { channelId } from '../domain/channel-id.ts';
import { LIMITS } from './limits.ts';
import { type Operation, operation } from './operation.ts';

/** Where an operation of the online service lives in HTTP. Path parameters are fields of the input, as `{name}`. */
export type OnlineOperation = Operation & {
  /** Nothing over HTTP lasts until it is cancelled. */
  readonly timeLimitMs: number;
  readonly route: { readonly method: 'GET' | 'POST'; readonly path: string };
};

const read = { request: 1024, reply: LIMITS.serviceBodyBytes };

/** panel ↔ online service */
export const onlineContract = {
  health: {
    ...operation({
      summary: 'Whether the service can work: its version and its database.',
      input: z.strictObject({}),
      output: z.strictObject({
        status: z.literal('ready'),
        version: z.string().check(z.maxLength(40)),
        /** The service's clock: a computer whose own clock is wrong learns it here. */
        time: z.iso.datetime(),
      }),
      errors: ['SERVICE_NOT_READY'],
      timeLimitMs: 5_000,
      sizeLimitBytes: read,
    }),
    route: { method: 'GET', path: '/health' },
  },
  'channels.list': {
    ...operation({
      summary: 'The channels by name, for a panel that no portal has opened.',
      input: z.strictObject({}),
      output: z.strictObject({ channels: z.array(channelListEntry).check(z.maxLength(500)) }),
      errors: ['SERVICE_NOT_READY'],
      timeLimitMs: 10_000,
      sizeLimitBytes: read,
    }),
    route: { method: 'GET', path: '/v1/channels' },
  },
  'channels.read': {
    ...operation({
      summary: 'One channel: what it offers, at which price, on which conditions.',
      input: z.strictObject({ id: channelId }),
      output: channel,
      errors: ['CHANNEL_UNKNOWN', 'SERVICE_NOT_READY'],
      timeLimitMs: 10_000,
      sizeLimitBytes: read,
    }),
    route: { method: 'GET', path: '/v1/channels/{id}' },
  },
} as const;

export type OnlineContract = typeof onlineContract;
