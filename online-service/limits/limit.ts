/** So many at once, and then one more each time the interval has passed. */
export interface Limit {
  readonly name: string;
  readonly burst: number;
  readonly intervalMs: number;
  /** One row that everybody holds would let them in one by one: it is shared out, and each takes from any of its parts. */
  readonly parts?: number;
}

export interface Limited {
  readonly limit: Limit;
  /** Whom or what is limited, as a keyed hash: a limit's row names nobody. */
  readonly key: string;
}

export interface LimitStore {
  /**
   * Takes one of each in this order, and none after the first that has none left. Answers 0, or how many milliseconds
   * are to be waited.
   */
  take(limited: readonly Limited[], now: Date): Promise<number>;
}
