import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { TRIES_A_DAY } from '../orders/tries-left.ts';
import type { Stores } from '../stores.ts';
import type { Attempt } from './attempt-store.ts';

export type Tried = Pick<Attempt, 'orderId' | 'party' | 'way' | 'whom'>;

/** Whichever is less: what is left to this order, and what is left about this person or account in all orders. */
export async function triesLeft(stores: Stores, tried: Tried, now: Date): Promise<number> {
  await stores.attempts.holdCount(tried.whom);
  const { ofOrder, ofWhom } = await stores.attempts.tries(tried, startOfDay(now), now);
  return Math.max(0, TRIES_A_DAY - Math.max(ofOrder, ofWhom));
}

/** Midnight in China. */
function startOfDay(now: Date): Date {
  return new Date(`${chinaDate(now)}T00:00:00+08:00`);
}
