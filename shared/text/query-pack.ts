import type { OrderStanding } from '../domain/order/standing-of-order.ts';
import type { QueryTexts } from './query-text.ts';

/** How an order stands, in a word, and what that means for its owner. */
export interface StandingText {
  readonly word: string;
  readonly next: string;
}

/** The words that only those need who look for an order. */
export interface QueryPack {
  readonly texts: QueryTexts;
  readonly standings: { readonly [Standing in OrderStanding]: StandingText };
}
