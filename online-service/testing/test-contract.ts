import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';
import { operation } from '@certbridge/shared/contract/operation.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import * as z from 'zod/mini';
import { createLog } from '../create-log.ts';
import { buildServer } from '../http/build-server.ts';
import { createMetrics } from '../http/metrics.ts';
import type { OperationHandlers } from '../http/operation-routes.ts';
import { EXTENSION_ORIGIN } from './test-config.ts';

const size = { request: 1024, reply: 256 };
const word = z.strictObject({ word: z.string().check(z.maxLength(2_000)) });

/** Operations of every kind that a contract can hold, for what the real one does not have yet. */
export const testContract = {
  say: {
    ...operation({
      summary: 'Says it back.',
      input: word,
      output: word,
      errors: [],
      timeLimitMs: 5_000,
      sizeLimitBytes: size,
    }),
    route: { method: 'POST', path: '/v1/words' },
    access: 'public',
    effect: 'none',
  },
  change: {
    ...operation({
      summary: 'Changes one.',
      input: z.strictObject({ id: z.string().check(z.regex(/^\d+$/)), word: z.string() }),
      output: z.strictObject({}),
      errors: ['CHANNEL_UNKNOWN'],
      timeLimitMs: 20,
      sizeLimitBytes: size,
    }),
    route: { method: 'POST', path: '/v1/words/{id}' },
    access: 'public',
    effect: 'none',
  },
} as const satisfies Record<string, OnlineOperation>;

export type TestHandlers = OperationHandlers<typeof testContract>;

/** Where the camera's page of this server would be. */
export const PUBLIC_URL = 'https://ca.example.cn';

const idle = { totalCount: 0, idleCount: 0, waitingCount: 0 } as Parameters<typeof createMetrics>[0];

export function testServer(handlers: Partial<TestHandlers> = {}, log = createLog('silent')) {
  return buildServer({
    contract: testContract,
    handlers: { say: async (input) => ok(input), change: async () => ok({}), ...handlers },
    findSession: async () => undefined,
    extensionIds: [EXTENSION_ORIGIN.slice('chrome-extension://'.length)],
    publicUrl: () => PUBLIC_URL,
    metrics: createMetrics(idle),
    log,
  });
}
