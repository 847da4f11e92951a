import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { PAYMENT_MACHINE } from '@certbridge/shared/domain/machines/payment-machine.ts';
import type { OrderTimes } from '@certbridge/shared/domain/order/timeline-of-order.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { moveOrder } from './move-order.ts';
import { orderStep } from './order-step.ts';
import type { OrderTools } from './order-tools.ts';

/**
 * Back to the form: the confirmation, its digest, the consent's use and the signature are void, because they were
 * about what may now change. Money that was paid stays paid.
 */
export function editOrder(tools: OrderTools): OperationHandler<OnlineContract['orders.edit']> {
  return (input, asked) =>
    orderStep(tools, { operation: 'orders.edit', input, asked }, async (order, stores) => {
      const payment =
        nextState(PAYMENT_MACHINE, { state: order.payment, event: 'withdraw', by: 'applicant' }) ?? order.payment;
      const changes = { times: stillTrue(order.times), digest: undefined, consentedAt: undefined, payment };
      // The order is changed first, as by everybody else who changes its money: else two would wait for each other.
      const open = await moveOrder(stores, order, { event: 'edit', by: 'applicant', changes });
      await tools.money.leave(stores, open);
      return open;
    });
}

/** The unit's authorisation was about who applies, and is checked again when those fields change. */
function stillTrue({ paid, invoiced, authorised }: OrderTimes): OrderTimes {
  return { ...(paid ? { paid } : {}), ...(invoiced ? { invoiced } : {}), ...(authorised ? { authorised } : {}) };
}
