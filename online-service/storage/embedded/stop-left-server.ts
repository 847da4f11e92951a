import { realpath } from 'node:fs/promises';
import { clusterFolder, databaseFolder } from './places.ts';
import { findPostmaster } from './postmaster.ts';

/** Ends at once the server of a service that was killed; the next start recovers it from its log. */
export async function stopLeftServer(serviceDataDir: string): Promise<void> {
  const dataDir = await realpath(clusterFolder(databaseFolder(serviceDataDir))).catch(() => undefined);
  const left = dataDir && (await findPostmaster({ dataDir }));
  if (!left) return;
  try {
    // PostgreSQL's "immediate shutdown".
    process.kill(left.pid, 'SIGQUIT');
  } catch {
    // Gone meanwhile.
  }
}
