/** What a step of `npm test` came to. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** For the summary, where the numbers alone would mislead. */
  readonly note?: string;
}

/** A step that is one test: it passes or it does not. */
export function single(passed: boolean): Outcome {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A runner's own count, held against how it ended: one that crashed, or ran nothing, has failed even if every test
 * that it still reported was good.
 */
export function judged(counted: { passed: number; failed: number; skipped: number }, exitCode: number): Outcome {
  const { passed, failed, skipped } = counted;
  if (failed === 0 && exitCode !== 0) return { passed, failed: 1, note: `the runner ended with ${exitCode}` };
  if (passed + failed === 0) return { passed: 0, failed: 1, note: 'no test ran' };
  return { passed, failed, ...(skipped > 0 ? { note: `${skipped} skipped` } : {}) };
}
