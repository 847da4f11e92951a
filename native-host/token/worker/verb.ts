import type { InputOf, OutputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { WorkerContract } from '../worker-contract.ts';
import type { WorkerHandler } from './worker-handler.ts';

type Verb = keyof WorkerContract;
type Context<Name extends Verb> = Parameters<WorkerHandler<Name>>[1];

/** What a verb ends with comes from tables (driver's codes, refusals), which the contract's list of errors covers. */
export function verb<Name extends Verb>(
  handler: (
    input: InputOf<WorkerContract[Name]>,
    context: Context<Name>,
  ) => Promise<Result<OutputOf<WorkerContract[Name]>>>,
): WorkerHandler<Name> {
  return async (input, context) => (await handler(input, context)) as ResultOf<WorkerContract[Name]>;
}
