import { basename, dirname, join } from 'node:path';

/** The worker's program stands beside the host's: in the bundle as in the source tree. */
export function workerEntryBeside(hostEntry: string): string {
  const bundled = basename(hostEntry).endsWith('.mjs');
  return join(dirname(hostEntry), ...(bundled ? ['worker.mjs'] : ['token', 'worker', 'main.ts']));
}
