import { randomInt } from 'node:crypto';
import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { Limit, Limited, LimitStore } from './limit.ts';

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
  const limited = inOrder.map(([limit, whom]) => limitedBy(limit, whom, index));
  const waitMs = await store.take(limited, now());
  return waitMs > 0 ? fail('TRIES_TOO_FAST', { values: { seconds: Math.ceil(waitMs / 1000) } }) : undefined;
}

/** All parts together allow what the whole does, never more; by chance one is used up a little before the others. */
function limitedBy(limit: Limit, whom: string, index: BlindIndex): Limited {
  const { parts = 1 } = limit;
  const part = parts > 1 ? ` ${randomInt(parts)}` : '';
  const key = index.of('limit', `${limit.name} ${whom}${part}`).toString('base64url');
  const shared = { ...limit, burst: Math.floor(limit.burst / parts), intervalMs: limit.intervalMs * parts };
  return { limit: shared, key };
}
