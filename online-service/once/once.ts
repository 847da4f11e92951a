import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { type Failed, fail, type Result } from '@certbridge/shared/contract/result.ts';
import { Refused } from '../refused.ts';
import type { Stores, Transact } from '../stores.ts';
import { keptReplies, type OnceError, type OnceRequest, type ReplyTools } from './kept-replies.ts';
import { OnceTaken } from './once-store.ts';

export interface OnceTools extends ReplyTools {
  readonly transact: Transact;
}

/**
 * One request, one effect: the work and the reply to it are kept in one transaction, so a repetition, after whatever
 * crash or time-out, finds either nothing done or the first reply. It is looked for before the work: work that is undone
 * takes no try from a code and none from a limit, but its time may tell whether the code was right. Only the slower of
 * two twins at the same moment works too, and is undone when it finds the key taken.
 */
export async function once<Value, Code extends ErrorCode = never>(
  tools: OnceTools,
  request: OnceRequest,
  work: (stores: Stores) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | OnceError>> {
  const replies = keptReplies<Value, Code>(tools, request);
  if (!replies) return fail('IDEMPOTENCY_KEY_MISSING');
  try {
    return await tools.transact(async (stores) => {
      const earlier = await replies.find(stores);
      if (earlier) return earlier;
      const result = await work(stores);
      await replies.keep(stores, result);
      return result;
    });
  } catch (thrown) {
    const twin = await tools.transact(replies.find);
    if (twin) return twin;
    if (thrown instanceof Refused) return thrown.failed as Failed<Code>;
    if (thrown instanceof OnceTaken) return fail('REQUEST_IN_PROGRESS');
    throw thrown;
  }
}
