import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { type DetailsOf, type Failed, fail } from '@certbridge/shared/contract/result.ts';

/** Ends a verb from any depth with a named error. Caught in one place: `on-token.ts`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly failed: Failed;

  constructor(failed: Failed) {
    super(failed.error.code);
    this.failed = failed;
  }
}

export function refuse<Code extends ErrorCode>(code: Code, ...details: DetailsOf<Code>): never {
  throw new Refused(fail(code, ...details));
}
