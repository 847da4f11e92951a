import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { PaymentState } from '@certbridge/shared/domain/machines/payment-machine.ts';
import { signingSubject } from '../codes/signing-subject.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { Stores } from '../stores.ts';
import { moveOrder, stateAfter } from './move-order.ts';
import { offerOf } from './offer-of.ts';
import type { Order } from './order.ts';
import { orderStep } from './order-step.ts';
import type { OrderTools } from './order-tools.ts';
import { tellOperator } from './tell-operator.ts';

/** The operator's code signs the digest that he confirmed. What costs nothing, or is paid already, goes on to review. */
export function signApplication(tools: OrderTools): OperationHandler<OnlineContract['orders.sign']> {
  return (input, asked) =>
    orderStep(tools, { operation: 'orders.sign', input, asked }, async (order, stores) => {
      stateAfter(order, { event: 'sign', by: 'applicant' });
      if (input.digest !== order.digest) return fail('DIGEST_DIFFERS');
      const used = await tools.codes.use(stores, { purpose: 'sign', subject: signingSubject(order) }, input.code);
      if (!used.ok) return used;
      const now = tools.now().toISOString();
      const payment = paymentAfterSigning(order);
      const changes = { times: { ...order.times, signed: now }, payment };
      const [signed] = await Promise.all([
        moveOrder(stores, order, { event: 'sign', by: 'applicant', changes }),
        tellOperator(stores, { ...order, ...changes }, { template: 'order-signed' }),
      ]);
      return payment === 'awaiting' ? signed : acceptOrder(stores, signed);
    });
}

function paymentAfterSigning(order: Order): PaymentState {
  if (order.payment === 'paid') return 'paid';
  const total = order.price?.total ?? 0;
  return total === 0 || offerOf(order).paymentWays.length === 0 ? 'free' : 'awaiting';
}

/** Nothing is left to pay: the order goes to those who review it. */
function acceptOrder(stores: Stores, order: Order): Promise<Order> {
  return moveOrder(stores, order, { event: 'accept', by: 'service' });
}
