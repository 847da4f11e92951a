import type { OrderSummary } from '@certbridge/shared/contract/online/order-view.ts';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { ORDER_MACHINE } from '@certbridge/shared/domain/machines/order-machine.ts';
import { maskName } from '@certbridge/shared/domain/masking.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { actionsOn } from '../orders/actions-on.ts';
import type { Order } from '../orders/order.ts';
import type { OrderTools } from '../orders/order-tools.ts';

export function listMyOrders(tools: OrderTools): OperationHandler<OnlineContract['my.orders']> {
  return (_input, { session }) =>
    tools.transact(async (stores) => {
      if (session?.kind !== 'person') return fail('SESSION_MISSING');
      const orders = await stores.orders.ofPerson(session.person);
      return ok({ orders: orders.map(summaryOf) });
    });
}

const PASSWORD_WAYS = ['legal-representative-phone', 'legal-representative-card', 'account-transfer'] as const;

function summaryOf(order: Order): OrderSummary {
  const way = PASSWORD_WAYS.find((one) => one === order.fields['unitCheck.way']);
  return {
    id: order.id,
    number: order.number,
    channelName: order.channel.name,
    business: order.business,
    certificateName: certificateName(order),
    state: order.state,
    payment: order.payment,
    finished: ORDER_MACHINE.ends.includes(order.state),
    createdAt: order.createdAt.toISOString(),
    ...(order.price ? { total: order.price.total } : {}),
    ...(way ? { passwordWay: way } : {}),
    actions: actionsOn(order),
  };
}

/** A unit's name is public; a person's is masked in lists. */
function certificateName({ holder, fields }: Order): string {
  return holder === 'unit' ? (fields['unit.name'] ?? '') : maskName(fields['operator.name'] ?? '');
}
