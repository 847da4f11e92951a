import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../setup/say.mjs';
import { holdLock } from '../tools/lock.ts';
import { buildApart } from './build-apart.ts';
import { DIST, STAGING, STAMP } from './places.ts';
import { hashSources } from './source-hash.ts';

const LOCK = join(STAGING, 'lock');

export interface BuildOptions {
  /** Called when there is something to build, which then takes some seconds. */
  readonly onBuild?: (() => void) | undefined;
  /** Aborted: another build is no longer waited for. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gives a build of the present sources to whoever needs one, and keeps it in place until he is done; builds only if
 * the sources have changed since the last build.
 */
export function withBuild<T>(use: (dist: string) => Promise<T>, options: BuildOptions = {}): Promise<T> {
  return undisturbed(async () => {
    if (builtFrom() !== hashSources()) {
      options.onBuild?.();
      await buildApart();
    }
    return use(DIST);
  }, options.signal);
}

/** For `npm run build`: builds in any case. */
export function rebuild(): Promise<void> {
  return undisturbed(buildApart);
}

async function undisturbed<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const lock = await holdLock(LOCK, {
    signal,
    onWait: (pid) => say(`正在等待另一个构建（pid ${pid}）…`, `Waiting for another build (pid ${pid})…`),
  });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function builtFrom(): string | undefined {
  try {
    return readFileSync(join(DIST, STAMP), 'utf8').trim();
  } catch {
    return undefined;
  }
}
