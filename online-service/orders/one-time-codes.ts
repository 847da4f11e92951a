import type { Failed, Ok } from '@certbridge/shared/contract/result.ts';
import type { CodePurpose } from '../codes/code-purpose.ts';
import type { Stores } from '../stores.ts';

export interface CodeFor {
  readonly purpose: CodePurpose;
  /** The order, the application that is signed, or the query. */
  readonly subject: string;
}

export interface OneTimeCodes {
  /** Uses the code up by compare-and-set. A wrong one costs a try, which stays even though the step fails. */
  use(stores: Stores, wanted: CodeFor, code: string): Promise<Ok<null> | Failed<'CODE_WRONG' | 'CODE_OVER'>>;
}
