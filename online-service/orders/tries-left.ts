import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import { chinaDay } from '@certbridge/shared/domain/china-time.ts';
import type { Order } from './order.ts';

/** Wrong data that a party may give in one day by one way: enough for a slip, too few for trying people's numbers. */
export const TRIES_A_DAY = 5;

export interface Tried extends Pick<IdentityCheck, 'party' | 'way'> {
  readonly now: Date;
}

/** Each fen that leaves is a try as well: it reaches an account that may be a stranger's. */
export function triesLeftToday(order: Order, { party, way, now }: Tried): number {
  const tried = order.facts.filter(
    (fact) =>
      fact.party === party &&
      fact.way === way &&
      fact.standing !== 'passed' &&
      chinaDay(new Date(fact.at)) === chinaDay(now),
  );
  return Math.max(0, TRIES_A_DAY - tried.length);
}
