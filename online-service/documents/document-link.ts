import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { newLink } from '../links/new-link.ts';
import type { MaterialTools } from '../materials/material-tools.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { refusing } from '../orders/refusing.ts';
import { isThere } from './order-documents.ts';

export function documentLink(tools: MaterialTools): OperationHandler<OnlineContract['documents.link']> {
  return (input, asked) =>
    refusing(() =>
      tools.transact(async (stores) => {
        const order = await ownedOrder(stores, asked, input.id);
        if (!(await isThere(stores, order, input.of))) return fail('DOCUMENT_NOT_THERE');
        const limited = await withinLimits(stores.limits, [[LIMITS_OF.linksOfOrder, order.id]], tools);
        if (limited) return limited;
        const link = await newLink(stores, { orderId: order.id, leadsTo: 'document', target: input.of }, tools);
        return ok({ url: link.url, until: link.until.toISOString() });
      }),
    );
}
