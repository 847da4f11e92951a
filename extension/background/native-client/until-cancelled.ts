import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';

/** The result, or the user's cancel: whatever else goes wrong meanwhile, a cancel stays a cancel. */
export async function untilCancelled<Value, Code extends ErrorCode>(
  work: Promise<Result<Value, Code>>,
  cancellation: Cancellation | undefined,
): Promise<Result<Value, Code | 'CANCELLED'>> {
  if (cancellation === undefined) return work;
  let unsubscribe = () => {};
  const cancelled = new Promise<void>((resolve) => {
    unsubscribe = cancellation.onCancel(resolve);
  });
  const result = await Promise.race([cancelled, work]);
  unsubscribe();
  return result === undefined || cancellation.cancelled ? fail('CANCELLED') : result;
}
