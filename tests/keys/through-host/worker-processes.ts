/** The host's workers, seen from outside: Linux tells them in /proc. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 5;

export function workersOf(host: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => Number(/\) \S (\d+)/.exec(statOf(pid))?.[1]) === host);
}

/** Nobody announces the end of a process that is not a child of ours. */
export async function ended(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await wait(LOOK_EVERY_MS);
}

export function isAlive(pid: number): boolean {
  return /\) [^ZX]/.test(statOf(pid));
}

/** Empty when there is no such process. */
function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
