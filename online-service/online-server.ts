import { onlineContract } from '@certbridge/shared/contract/online.ts';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { listChannels } from './channels/list-channels.ts';
import { readChannel } from './channels/read-channel.ts';
import { checkHealth } from './health/check-health.ts';
import { buildServer } from './http/build-server.ts';
import { createMetrics } from './http/metrics.ts';
import { channelRecords } from './storage/channel-records.ts';
import type { Database } from './storage/database.ts';

export interface OnlineServerParts {
  readonly database: Database;
  readonly extensionIds: readonly string[];
  readonly log: Logger;
}

/** Every operation of the contract with the feature that answers it. */
export function onlineServer({ database, extensionIds, log }: OnlineServerParts): Promise<FastifyInstance> {
  const channels = channelRecords(database.db);
  return buildServer({
    contract: onlineContract,
    handlers: {
      health: checkHealth({ askDatabase: () => sql`select 1`.execute(database.db), now: () => new Date() }),
      'channels.list': listChannels(channels),
      'channels.read': readChannel(channels),
    },
    extensionIds,
    metrics: createMetrics(database.pool),
    log,
  });
}
