import { join } from 'node:path';
import pg from 'pg';
import { createLog } from '../../../online-service/create-log.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '../../../online-service/storage/embedded/embedded-database.ts';

/** The server that everything of this bench runs on, counting statements. */
export async function benchDatabase(dir: string): Promise<EmbeddedDatabase> {
  const start = () =>
    startEmbeddedDatabase({
      folder: join(dir, 'postgres'),
      log: createLog('silent'),
      signal: new AbortController().signal,
    });
  const first = await start();
  await query(first.url, `alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await first.stop();
  const second = await start();
  await query(second.url, 'create extension if not exists pg_stat_statements');
  return second;
}

export async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

export interface Spent {
  readonly commits: number;
  readonly statements: number;
  readonly walBytes: number;
  readonly databaseBytes: number;
}

/** What the server has done so far; the difference of two is what the work between them cost. */
export async function spentBy(url: string): Promise<Spent> {
  const [row] = await query(
    url,
    `select (select xact_commit from pg_stat_database where datname = current_database()) as commits,
      (select coalesce(sum(calls), 0) from pg_stat_statements where query !~* '^(begin|commit|rollback|set|show|select pg_)') as statements,
      (select wal_bytes from pg_stat_wal) as wal, pg_database_size(current_database()) as size`,
  );
  return {
    commits: Number(row?.['commits']),
    statements: Number(row?.['statements']),
    walBytes: Number(row?.['wal']),
    databaseBytes: Number(row?.['size']),
  };
}
