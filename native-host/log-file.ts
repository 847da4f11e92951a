import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Log, logToStderr } from './log.ts';

/** Some thousand lines: what led to a call to the hotline, and no history of a person. Twice as much stays on the disk. */
const LARGEST_BYTES = 256 * 1024;

export function logPathIn(dataDir: string): string {
  return join(dataDir, 'host.log');
}

/** What was written before the present file. */
export function olderLog(path: string): string {
  return `${path}.1`;
}

/** The browser's log and a file. A disk that is full or not ours must not stop any work, so its troubles are not told. */
export function logToFile(path: string): Log {
  return (line) => {
    logToStderr(line);
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if (sizeOf(path) > LARGEST_BYTES) renameSync(path, olderLog(path));
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // See above.
    }
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
