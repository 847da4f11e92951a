import { randomUUID } from 'node:crypto';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import { priceOfOrder } from '@certbridge/shared/domain/order/price-of-order.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { newToken, tokenHash } from '../sessions/session.ts';
import { appliedFor } from './offer-of.ts';
import type { Order } from './order.ts';
import type { NewOrder } from './order-store.ts';
import type { OrderTools } from './order-tools.ts';
import { viewOfOrder } from './view-of-order.ts';

/** As long as the panel keeps what was typed on this computer. Afterwards the order query opens the order. */
const ORDER_SESSION_MS = 24 * 3_600_000;

export function beginOrder(tools: OrderTools): OperationHandler<OnlineContract['orders.begin']> {
  return async (input, asked) => {
    const channel = await tools.channels.read(input.channelId);
    if (!channel) return fail('CHANNEL_UNKNOWN');
    await tools.freezeChannel(channel);
    return once(tools, { operation: 'orders.begin', input, asked }, async (stores) => {
      const limited = await withinLimits(stores.limits, [[LIMITS_OF.ordersFromAddress, asked.address]], tools);
      if (limited) return limited;
      const { offer, holder } = appliedFor(channel, input.business);
      const createdAt = tools.now();
      const price = priceOfOrder(offer, { channel, holder, fields: input.fields });
      const order: NewOrder = {
        id: randomUUID(),
        channel,
        business: input.business,
        holder,
        createdAt,
        fields: input.fields,
        agreements: [...AGREEMENTS],
        price,
      };
      const token = newToken();
      const until = new Date(createdAt.getTime() + ORDER_SESSION_MS);
      const [number] = await Promise.all([
        stores.orders.add(order),
        stores.sessions.add({ kind: 'order', orderId: order.id }, { hash: tokenHash(token), until }),
      ]);
      const view = viewOfOrder(asBegun(order, number), tools);
      return ok({ order: view, token, tokenUntil: until.toISOString() });
    });
  };
}

function asBegun(order: NewOrder, number: string): Order {
  return {
    ...order,
    number,
    version: 0,
    state: 'drafting',
    payment: 'not-asked',
    processing: 'idle',
    times: {},
    person: undefined,
    digest: undefined,
    consentedAt: undefined,
    returned: [],
    facts: [],
    materials: [],
  };
}
