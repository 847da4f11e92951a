import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { AskService } from './ask-service.ts';
import type { PersonSession } from './person-session.ts';

const OVER: readonly ErrorCode[] = ['SESSION_OVER', 'SESSION_MISSING'];

/** Where the service knows the session no more, it ends here too; unless another has begun meanwhile. */
export function askAsPerson(ask: AskService, session: PersonSession): AskService {
  return async (name, input) => {
    const used = session.token.peek();
    const result = await ask(name, input);
    if (!result.ok && OVER.includes(result.error.code) && session.token.peek() === used) session.runOut();
    return result;
  };
}
