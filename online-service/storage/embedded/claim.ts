import pg from 'pg';
import { type Cluster, DATABASE_LOGIN } from './cluster.ts';

/** Any number, as long as it stays the same: it says "the service on this data folder". */
const OWNER_LOCK = 7_200_001;
const CONNECT_WITHIN_MS = 5_000;

/** A connection that owns the server by holding a lock in it. A killed owner loses the lock with its connection. */
export interface Claim {
  readonly client: pg.Client;
  /** Settles when the connection is gone: the server has stopped, crashed or was killed. */
  readonly lost: Promise<void>;
}

/** `away`: the server does not answer (yet, or any more). `held`: another service owns it. */
export async function claimServer(cluster: Cluster, port: number): Promise<Claim | 'away' | 'held'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: DATABASE_LOGIN,
    password: cluster.password,
    database: 'postgres',
    application_name: 'certbridge owner',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.once('end', resolve);
    // Without a listener a lost connection would end our process.
    client.on('error', () => resolve());
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [OWNER_LOCK]);
    if (rows[0]?.held) return { client, lost };
    await client.end();
    return 'held';
  } catch {
    await client.end().catch(() => undefined);
    return 'away';
  }
}
