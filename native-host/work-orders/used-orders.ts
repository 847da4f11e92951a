import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { WORK_ORDER_LIFETIME_S } from '@certbridge/shared/contract/work-order.ts';
import { CLOCK_SKEW_S } from './order-time.ts';

/**
 * Orders expire within minutes; their marks stay for a day more, so that a clock that is set back does not bring a used
 * order to life.
 */
const KEPT_MS = (WORK_ORDER_LIFETIME_S + 2 * CLOCK_SKEW_S + 86_400) * 1000;
const SWEEP_EVERY_MS = 600_000;

export interface UsedOrders {
  /** Before the verb runs. When this answers yes, every other host of this user answers WORK_ORDER_USED from then on. */
  spend(jti: string): Promise<Result<undefined, 'WORK_ORDER_USED' | 'INTERNAL'>>;
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
        await privateDir(dir);
        if (!(await createMark(dir, jti))) return fail('WORK_ORDER_USED');
      } catch (cause) {
        // What can't be remembered must not be done.
        return fail('INTERNAL', { support: `used orders: ${codeOf(cause)}` });
      }
      if (now() - sweptAt >= SWEEP_EVERY_MS) {
        sweptAt = now();
        await sweep(dir, now()).catch(() => undefined);
      }
      return ok(undefined);
    },
  };
}

async function privateDir(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const { mode } = await stat(dir);
  // Whoever can delete a mark can use an order twice.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(dir, 0o700);
}

/** False when it is there already. Durable when it returns: a power cut must not make the order new. */
async function createMark(dir: string, jti: string): Promise<boolean> {
  // Some file systems take jti and JTI for the same name; their digests differ.
  const name = createHash('sha256').update(jti).digest('hex');
  try {
    const mark = await open(join(dir, name), 'wx', 0o600);
    await mark.sync().finally(() => mark.close());
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
  // Windows has no such call, and writes directory entries through.
  if (process.platform !== 'win32') {
    const folder = await open(dir, 'r');
    await folder.sync().finally(() => folder.close());
  }
  return true;
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
