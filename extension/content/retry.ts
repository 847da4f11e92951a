import type { Result } from '@certbridge/shared/contract/result.ts';
import { backoff } from '../platform/backoff.ts';
import { extensionIsHere } from './extension-is-here.ts';

const WAITS = { firstMs: 250, capMs: 5_000 };
/** What lasted this long did connect: to lose it is the first failure of a new row. */
const LASTED_MS = 1_000;

/**
 * Again while the connection is what failed, at most so many times in a row, ever slower; but not when the extension
 * itself is gone, for then nobody is left to connect to.
 */
export async function retry(work: () => Promise<Result<unknown>>, attempts: number): Promise<Result<unknown>> {
  for (let attempt = 0; ; attempt += 1) {
    const began = performance.now();
    const result = await work();
    if (result.ok || result.error.code !== 'CONNECTION_LOST' || !extensionIsHere()) return result;
    if (performance.now() - began >= LASTED_MS) attempt = 0;
    if (attempt >= attempts) return result;
    await new Promise((resolve) => setTimeout(resolve, backoff(attempt, WAITS)));
  }
}
