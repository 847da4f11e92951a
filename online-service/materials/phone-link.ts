import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { newLink } from '../links/new-link.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import type { MaterialTools } from './material-tools.ts';
import { refuseClosedSlot } from './open-slot.ts';

export function phoneLink(tools: MaterialTools): OperationHandler<OnlineContract['materials.phone']> {
  return (input, asked) =>
    once(tools, { operation: 'materials.phone', input, asked }, async (stores) => {
      const order = await ownedOrder(stores, asked, input.id);
      refuseClosedSlot(order, input.slot);
      const limited = await withinLimits(stores.limits, [[LIMITS_OF.linksOfOrder, order.id]], tools);
      if (limited) return limited;
      const link = await newLink(stores, { orderId: order.id, leadsTo: 'camera', target: input.slot }, tools);
      return ok({ url: link.url, until: link.until.toISOString() });
    });
}
