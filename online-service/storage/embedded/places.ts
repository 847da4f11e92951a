import { join } from 'node:path';

/** Where the service keeps its own PostgreSQL, in its data folder. */
export function databaseFolder(serviceDataDir: string): string {
  return join(serviceDataDir, 'postgres');
}

/** Where PostgreSQL itself writes, in that folder. */
export function clusterFolder(folder: string): string {
  return join(folder, 'cluster');
}
