import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { hasStanding } from '../orders/checked-data.ts';
import { viewOfOrder } from '../orders/view-of-order.ts';
import { askOutside } from './ask-outside.ts';
import { transferInTheWay } from './follow-transfers.ts';
import type { IdentityTools } from './identity-tools.ts';
import { type AttemptAbout, newAttempt } from './new-attempt.ts';
import { settleCheck } from './settle-check.ts';

/** Asks bureau or bank about what the form says of a party. What is known already is not asked again. */
export function checkIdentity(tools: IdentityTools): OperationHandler<OnlineContract['identity.check']> {
  return async (input, asked) => {
    const request = { operation: 'identity.check', input, asked };
    const { party } = input;
    const inTheWay = party === 'unit' ? await transferInTheWay(tools, request) : undefined;
    if (inTheWay) return once(tools, request, async () => inTheWay);
    return askOutside(tools, request, {
      async prepare(order, stores) {
        if (!isOpen({ order, party })) return fail('ORDER_STEP_NOT_ALLOWED');
        if (hasStanding(order, party, tools.index)) return ok(viewOfOrder(order, tools));
        const limited = await withinLimits(stores.limits, [[LIMITS_OF.checksFromAddress, asked.address]], tools);
        return limited ?? newAttempt(tools, stores, { order, party });
      },
      settle: (order, stores, answered) => settleCheck({ tools, stores, order }, answered),
    });
  };
}

/** While the form is open, and about a unit only where the certificate will be a unit's. */
function isOpen({ order, party }: AttemptAbout): boolean {
  return order.state === 'drafting' && (party === 'operator' || order.holder === 'unit');
}
