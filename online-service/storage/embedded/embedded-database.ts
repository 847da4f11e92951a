import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { safeFault } from '../../problems/safe-fault.ts';
import { type BroughtUp, bringUp } from './bring-up.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { DATABASE, urlOf } from './running-database.ts';
import { stopServer } from './server.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;

export interface EmbeddedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Belongs to the database alone. */
  readonly folder: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** A PostgreSQL of our own: ready when this resolves, brought up again when it dies, stopped with us. */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(options.folder);
  const first = await bringUp(cluster, options.signal);
  const stopping = new AbortController();
  try {
    await makeDatabase(first.claim.client);
  } catch (error) {
    await first.claim.client.end();
    await stopServer(cluster);
    throw error;
  }
  const kept = keepUp({ cluster, first, stopping: stopping.signal, log: options.log });
  return {
    url: urlOf(cluster, first.port),
    stop: async () => {
      stopping.abort();
      await kept;
      if (!(await stopServer(cluster))) options.log.error('the database server did not stop');
    },
  };
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
}

interface Watch {
  readonly cluster: Cluster;
  readonly first: BroughtUp;
  readonly stopping: AbortSignal;
  readonly log: Logger;
}

/** Brings the server back on its port until told to stop, then lets go of it. */
async function keepUp({ cluster, first, stopping, log }: Watch): Promise<void> {
  const told = new Promise<void>((resolve) => stopping.addEventListener('abort', () => resolve(), { once: true }));
  let { claim } = first;
  for (let wait = FIRST_RETRY_MS; ; ) {
    await Promise.race([claim.lost, told]);
    if (stopping.aborted) break;
    log.warn('the database server is gone; bringing it up again');
    try {
      ({ claim } = await bringUp(cluster, stopping, first.port));
      wait = FIRST_RETRY_MS;
      log.info('the database server is back');
    } catch (fault) {
      if (stopping.aborted) break;
      log.error({ fault: safeFault(fault) }, 'the database server does not come up');
      await pause(wait, undefined, { signal: stopping }).catch(() => undefined);
      wait = Math.min(wait * 2, LAST_RETRY_MS);
    }
  }
  await claim.client.end().catch(() => undefined);
}
