/** Rows that are of no use once their time is over. */
export const EXPIRING = [
  'session',
  'once',
  'captcha',
  'code',
  'order-query',
  'upload',
  'link',
  'rate-limit',
  'identity-attempt',
  'over-message',
  'stuck-message',
  'stray-material',
  'message-key',
  'payment-notification',
] as const;
export type Expiring = (typeof EXPIRING)[number];

export interface Batch {
  readonly before: Date;
  readonly most: number;
}

/** Each call is a transaction of its own, small enough to be in nobody's way. */
export interface RetentionStore {
  /** Those whose time was over before then; answers how many there were. */
  deleteExpired(what: Expiring, batch: Batch): Promise<number>;
  /** Messages that wait since before then stand aside, as those do that cannot be sent; answers how many. */
  setAsideMessages(batch: Batch): Promise<number>;
  /** Unfinished orders with nothing paid or announced that nobody has changed since then, as they stand now. */
  untouchedOrders(batch: Batch): Promise<{ readonly id: string; readonly version: number }[]>;
  /** Those of the keys that no order names, and that were seen so before then already; the others are seen now. */
  strayMaterials(keys: readonly string[], seen: { readonly before: Date; readonly now: Date }): Promise<string[]>;
}
