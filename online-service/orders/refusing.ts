import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { Failed, Result } from '@certbridge/shared/contract/result.ts';
import { Refused } from '../refused.ts';

/** A refusal as the reply it stands for. */
export async function refusing<Value, Code extends ErrorCode>(
  work: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.failed as Failed<Code>;
    throw thrown;
  }
}
