import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { moveOrder, stateAfter } from './move-order.ts';
import { orderStep } from './order-step.ts';
import type { OrderTools } from './order-tools.ts';

/** What is confirmed is named by its digest: a page that shows something else confirms nothing. */
export function confirmOrder(tools: OrderTools): OperationHandler<OnlineContract['orders.confirm']> {
  return (input, asked) =>
    orderStep(tools, { operation: 'orders.confirm', input, asked }, async (order, stores) => {
      stateAfter(order, { event: 'confirm', by: 'applicant' });
      if (input.digest !== order.digest) return fail('DIGEST_DIFFERS');
      const times = { ...order.times, confirmed: tools.now().toISOString() };
      return moveOrder(stores, order, { event: 'confirm', by: 'applicant', changes: { times } });
    });
}
