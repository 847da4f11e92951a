import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { PAYMENT_MACHINE } from '@certbridge/shared/domain/machines/payment-machine.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { forgetUnchecked } from '../personal-data/forget-unchecked.ts';
import { moveOrder } from './move-order.ts';
import type { Order } from './order.ts';
import { orderStep } from './order-step.ts';
import type { OrderTools } from './order-tools.ts';
import { tellOperator } from './tell-operator.ts';

/** Domain 3.8: until making has begun. Money that was paid is owed back from this moment. */
export function cancelOrder(tools: OrderTools): OperationHandler<OnlineContract['orders.cancel']> {
  return (input, asked) =>
    orderStep(tools, { operation: 'orders.cancel', input, asked }, async (order, stores) => {
      const changes = { ...(await forgetUnchecked(stores, order, tools)), payment: paymentAfterCancel(order) };
      const cancelled = await moveOrder(stores, order, { event: 'cancel', by: 'applicant', changes });
      await tools.money.leave(stores, cancelled);
      await tellOperator(stores, cancelled, { template: 'order-cancelled' });
      return cancelled;
    });
}

function paymentAfterCancel({ payment }: Order): Order['payment'] {
  const event = payment === 'paid' ? 'refund' : 'close';
  return nextState(PAYMENT_MACHINE, { state: payment, event, by: 'applicant' }) ?? payment;
}
