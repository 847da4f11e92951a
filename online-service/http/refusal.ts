import type { Failed } from '@certbridge/shared/contract/result.ts';

/** Thrown inside the HTTP layer to answer with a named error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly failed: Failed;

  constructor(failed: Failed) {
    super(failed.error.code);
    this.failed = failed;
  }
}
