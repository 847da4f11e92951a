import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { safeFault } from '../problems/safe-fault.ts';
import type { DatabaseSchema } from './database-schema.ts';

const MOST_CONNECTIONS = 10;
/** A request waits this long for a connection, then the service says that it is not ready. */
const CONNECT_WITHIN_MS = 3_000;
/** No statement of ours is slow; one that hangs must not hold its connection for ever. */
const STATEMENT_WITHIN_MS = 15_000;

export interface Database {
  readonly db: Kysely<DatabaseSchema>;
  readonly pool: pg.Pool;
}

export function openDatabase(url: string, log: Logger): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'certbridge',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    // For a server that has gone without a word.
    query_timeout: STATEMENT_WITHIN_MS + 1_000,
    keepAlive: true,
    // Statements of a transaction need not wait for each other's answers.
    pipeline: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (fault) => log.warn({ fault: safeFault(fault) }, 'an idle database connection was lost'));
  return { db: new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool }) }), pool };
}
