import type { Failed } from '@certbridge/shared/contract/result.ts';

/** Thrown inside a transaction: nothing of it stays, and the caller is told this. */
export class Refused extends Error {
  readonly failed: Failed;

  constructor(failed: Failed) {
    super(failed.error.code);
    this.failed = failed;
  }
}
