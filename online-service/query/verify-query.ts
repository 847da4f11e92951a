import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { OrderTools } from '../orders/order-tools.ts';
import { newToken, tokenHash } from '../sessions/session.ts';

/** Long enough to look at one's orders and to go on with one; somebody else may sit down at this computer. */
const PERSON_SESSION_MS = 30 * 60_000;

export function verifyQuery(tools: OrderTools): OperationHandler<OnlineContract['query.verify']> {
  return (input, asked) =>
    once(tools, { operation: 'query.verify', input, asked }, async (stores) => {
      const limited = await withinLimits(stores.limits, [[LIMITS_OF.verificationsFromAddress, asked.address]], tools);
      if (limited) return limited;
      const query = await stores.queries.find(input.queryId);
      if (!query) return fail('CODE_OVER');
      const used = await tools.codes.use(stores, { purpose: 'query', subject: query.id }, input.code);
      if (!used.ok) return used;
      const token = newToken();
      const until = new Date(tools.now().getTime() + PERSON_SESSION_MS);
      await stores.sessions.add({ kind: 'person', person: query.person }, { hash: tokenHash(token), until });
      return ok({ token, tokenUntil: until.toISOString() });
    });
}
