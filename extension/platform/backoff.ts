export interface BackoffOptions {
  readonly firstMs: number;
  readonly capMs: number;
  /** From 0 to 1, to spread those who lost the same thing at the same moment. Absent: no spreading. */
  readonly random?: () => number;
}

/** Doubles with each attempt up to the cap; with `random` each wait lies between half of that and all of it. */
export function backoff(attempt: number, options: BackoffOptions): number {
  const full = Math.min(options.capMs, options.firstMs * 2 ** Math.min(attempt, 30));
  return options.random ? Math.round(full / 2 + (full / 2) * options.random()) : full;
}
