import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { Limit, LimitStore } from './limit.ts';

export interface LimitTools {
  readonly index: BlindIndex;
  readonly now: () => Date;
}

/** Takes one of each; the first that has none left is the answer. */
export async function withinLimits(
  store: LimitStore,
  wanted: readonly (readonly [limit: Limit, whom: string])[],
  { index, now }: LimitTools,
): Promise<Failed<'TRIES_TOO_FAST'> | undefined> {
  // Each holds its row to the end of the transaction: taken in any order, two could wait for each other.
  const inOrder = wanted.toSorted(([one], [other]) => (one.name < other.name ? -1 : 1));
  for (const [limit, whom] of inOrder) {
    const key = index.of('limit', `${limit.name} ${whom}`).toString('base64url');
    const waitMs = await store.take({ limit, key }, now());
    if (waitMs > 0) return fail('TRIES_TOO_FAST', { values: { seconds: Math.ceil(waitMs / 1000) } });
  }
  return undefined;
}
