import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { refusing } from '../orders/refusing.ts';
import { follow } from './follow-collections.ts';
import { PaymentProviderAway } from './payment-provider.ts';
import type { PaymentTools } from './payment-tools.ts';
import { viewOfPayment } from './payment-view.ts';

/** For somebody who has paid and does not see it: every code of the order is asked about now. */
export function checkPayment(tools: PaymentTools): OperationHandler<OnlineContract['payments.check']> {
  return ({ id }, asked) =>
    refusing(async () => {
      const open = await tools.transact(async (stores) => {
        const order = await ownedOrder(stores, asked, id);
        if (order.payment !== 'awaiting') return ok([]);
        const limited = await withinLimits(stores.limits, [[LIMITS_OF.paymentChecks, id]], tools);
        const collections = await stores.collections.ofOrder(id);
        return limited ?? ok(collections.filter(({ state }) => state === 'open' || state === 'closing'));
      });
      if (!open.ok) return open;
      const looks = await Promise.allSettled(open.value.map((collection) => follow(tools, collection, 'return')));
      const [fault] = looks.flatMap((look) => (look.status === 'rejected' ? [look.reason] : []));
      if (fault !== undefined && !(fault instanceof PaymentProviderAway)) throw fault;
      return tools.transact(async (stores) => {
        const order = await ownedOrder(stores, asked, id);
        // One that is away says nothing about a payment by the other one.
        if (fault !== undefined && order.payment === 'awaiting') return fail('PAYMENT_PROVIDER_AWAY');
        return ok(await viewOfPayment(stores, order, tools));
      });
    });
}
