/** So many at once, and then one more each time the interval has passed. */
export interface Limit {
  readonly name: string;
  readonly burst: number;
  readonly intervalMs: number;
}

export interface Limited {
  readonly limit: Limit;
  /** Whom or what is limited, as a keyed hash: a limit's row names nobody. */
  readonly key: string;
}

export interface LimitStore {
  /** Takes one; answers 0, or how many milliseconds are to be waited. */
  take(limited: Limited, now: Date): Promise<number>;
}
