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
export function once<Value, Code extends ErrorCode = never>(
  tools: OnceTools,
  request: OnceRequest,
  work: (stores: Stores) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | OnceError>> {
  return onceWith(tools, { ...request, look: async () => undefined }, work);
}

export interface OnceLook<Seen> extends OnceRequest {
  /** What the work begins with. It is read together with the earlier reply and changes nothing. */
  readonly look: (stores: Stores) => Promise<Seen>;
}

/** As `once`; the work begins with what `look` has seen. */
export async function onceWith<Seen, Value, Code extends ErrorCode = never>(
  tools: OnceTools,
  request: OnceLook<Seen>,
  work: (stores: Stores, seen: Seen) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | OnceError>> {
  const replies = keptReplies<Value, Code>(tools, request);
  if (!replies) return fail('IDEMPOTENCY_KEY_MISSING');
  try {
    return await tools.transact(async (stores) => {
      const [earlier, seen] = await Promise.all([replies.find(stores), request.look(stores)]);
      if (earlier) return earlier;
      const result = await work(stores, seen);
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
