import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Lock {
  /** Lets go of it, if it is still ours. */
  release(): void;
}

/** How often a held lock is looked at again. */
const LOOK_EVERY_MS = 100;

/** Who waits for longer is told for whom. */
const TOLD_AFTER_MS = 2_000;

export interface WaitOptions {
  /** Aborted: nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
  /** Called once, with the holder's process id, when the wait is more than a moment. */
  readonly onWait?: (holder: number) => void;
}

/** Waits until nobody else holds the lock. A holder that died holds nothing. */
export async function holdLock(path: string, { signal, onWait }: WaitOptions = {}): Promise<Lock> {
  let tellAt = performance.now() + TOLD_AFTER_MS;
  for (;;) {
    signal?.throwIfAborted();
    const lock = tryLock(path);
    if (lock) return lock;
    const holder = lockHolder(path);
    if (holder !== undefined && performance.now() >= tellAt) {
      tellAt = Number.POSITIVE_INFINITY;
      onWait?.(holder);
    }
    await wait(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** The lock, or undefined while another living process holds it, is about to, or has just let go of it. */
export function tryLock(path: string): Lock | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const lock = createLock(path);
  if (lock || !isLeftBehind(path)) return lock;
  // Two that clear a dead holder's file would clear each other's: whoever clears holds a lock for that, too.
  const clearing = tryLock(`${path}.clearing`);
  if (!clearing) return undefined;
  try {
    if (isLeftBehind(path)) rmSync(path);
    return createLock(path);
  } finally {
    clearing.release();
  }
}

/** link(2) makes the file with its content or not at all, so that no lock is ever seen without its holder. */
function createLock(path: string): Lock | undefined {
  const mine = `${process.pid} ${startOf(process.pid) ?? '-'} ${randomUUID()}`;
  const draft = `${path}.${mine.replaceAll(' ', '-')}`;
  writeFileSync(draft, mine, { flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  } finally {
    rmSync(draft);
  }
  return {
    release() {
      if (contentOf(path) === mine) rmSync(path);
    },
  };
}

/**
 * The living process that holds the lock. A file that names nobody is what a crash of the machine left; one whose
 * process began at another time was left by a dead one, whose id somebody else has got since.
 */
export function lockHolder(path: string): number | undefined {
  return holderIn(contentOf(path) ?? '');
}

/**
 * Whether its holder died with it. A missing file is not left behind, nor one that changed while we looked whether its
 * holder lives: by the time that we removed it, it would be somebody else's.
 */
function isLeftBehind(path: string): boolean {
  const content = contentOf(path);
  return content !== undefined && holderIn(content) === undefined && contentOf(path) === content;
}

function holderIn(content: string): number | undefined {
  const [pid = 0, start] = content.split(' ').map(Number);
  if (!(pid > 0 && isAlive(pid))) return undefined;
  const known = startOf(pid);
  return known === undefined || known === start ? pid : undefined;
}

/** When a process began, in ticks since the machine did: proc_pid_stat(5), field 22. Linux only. */
function startOf(pid: number): number | undefined {
  try {
    // The second field is the program's name in brackets, which may hold anything.
    const [, afterName = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return Number(afterName.split(' ')[19]);
  } catch {
    return undefined;
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
