import { createHash } from 'node:crypto';
import { chmodSync, closeSync, fsync, mkdirSync, openSync, statSync } from 'node:fs';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Failed, fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { WORK_ORDER_LIFETIME_S } from '@certbridge/shared/contract/work-order.ts';
import { CLOCK_SKEW_S } from './order-time.ts';

/**
 * Orders expire within minutes; their marks stay for a day more, so that a clock that is set back does not bring a used
 * order to life.
 */
const KEPT_MS = (WORK_ORDER_LIFETIME_S + 2 * CLOCK_SKEW_S + 86_400) * 1000;
const SWEEP_EVERY_MS = 600_000;
const sync = promisify(fsync);

/** Says whether the order's use outlives a power cut. */
export type Kept = Promise<Result<undefined, 'INTERNAL'>>;

export interface UsedOrders {
  /**
   * Before the verb runs. When this answers yes, every other host of this user answers WORK_ORDER_USED from then on. Only
   * what the order stands for must wait for `kept` too.
   */
  spend(jti: string): Promise<Result<{ readonly kept: Kept }, 'WORK_ORDER_USED' | 'INTERNAL'>>;
}

export interface UsedOrdersOptions {
  readonly dir: string;
  readonly now: () => number;
}

/** One empty file for each used order. Its exclusive creation is the single use, whichever process comes first. */
export function createUsedOrders({ dir, now }: UsedOrdersOptions): UsedOrders {
  let sweptAt = Number.NEGATIVE_INFINITY;
  return {
    spend: async (jti) => {
      try {
        privateDir(dir);
        const mark = createMark(dir, jti);
        if (mark === undefined) return fail('WORK_ORDER_USED');
        const kept = keep(dir, mark);
        if (now() - sweptAt >= SWEEP_EVERY_MS) {
          sweptAt = now();
          void kept.then(() => sweep(dir, now())).catch(() => undefined);
        }
        return ok({ kept });
      } catch (cause) {
        return notKept(cause);
      }
    },
  };
}

/** What can't be remembered must not be done. */
function notKept(cause: unknown): Failed<'INTERNAL'> {
  return fail('INTERNAL', { support: `used orders: ${codeOf(cause)}` });
}

/** These calls take microseconds; to hand each to another thread and back takes longer. Only a sync waits for the disk. */
function privateDir(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  // Whoever can delete a mark can use an order twice.
  if (process.platform !== 'win32' && (statSync(dir).mode & 0o077) !== 0) chmodSync(dir, 0o700);
}

/** Open, for `keep`; nothing when it is there already. */
function createMark(dir: string, jti: string): number | undefined {
  // Some file systems take jti and JTI for the same name; their digests differ.
  const name = createHash('sha256').update(jti).digest('hex');
  try {
    return openSync(join(dir, name), 'wx', 0o600);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return undefined;
    throw cause;
  }
}

/** Durable when it answers yes: the mark and its name in the folder, which a journal writes in one go. */
async function keep(dir: string, mark: number): Kept {
  try {
    await Promise.all([synced(mark), syncedFolder(dir)]);
    return ok(undefined);
  } catch (cause) {
    return notKept(cause);
  }
}

/** Windows has no such call, and writes folders' entries through. */
async function syncedFolder(dir: string): Promise<void> {
  if (process.platform !== 'win32') await synced(openSync(dir, 'r'));
}

async function synced(file: number): Promise<void> {
  try {
    await sync(file);
  } finally {
    closeSync(file);
  }
}

async function sweep(dir: string, now: number): Promise<void> {
  for (const name of await readdir(dir)) {
    const path = join(dir, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < now - KEPT_MS) await unlink(path);
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'fault';
}
