import * as z from 'zod/mini';
import { online } from './online-operation.ts';
import { SMALL_READ } from './sizes.ts';

export const health = online(
  { route: { method: 'GET', path: '/health' }, access: 'public', effect: 'none' },
  {
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
    sizeLimitBytes: SMALL_READ,
  },
);
