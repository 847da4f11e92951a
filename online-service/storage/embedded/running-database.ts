import { type Cluster, DATABASE_LOGIN, openCluster } from './cluster.ts';
import { findPostmaster } from './postmaster.ts';

export const DATABASE = 'certbridge';

export function urlOf({ password }: Pick<Cluster, 'password'>, port: number): string {
  return `postgresql://${DATABASE_LOGIN}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
}

/** The address of the PostgreSQL that a service runs on this folder just now, for a tool beside it. */
export async function runningDatabase(folder: string): Promise<string | undefined> {
  const cluster = await openCluster(folder);
  const running = await findPostmaster(cluster);
  return running && urlOf(cluster, running.port);
}
