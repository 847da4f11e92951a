import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { type Failed, fail, type PublicError } from '@certbridge/shared/contract/result.ts';

/** Ends a verb from any depth with a named error. Caught in one place: `on-token.ts`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly failed: Failed;

  constructor(failed: Failed) {
    super(failed.error.code);
    this.failed = failed;
  }
}

export function refuse(code: ErrorCode, more: Omit<PublicError, 'code'> = {}): never {
  throw new Refused(fail(code, more));
}
