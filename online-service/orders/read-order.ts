import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { OrderTools } from './order-tools.ts';
import { ownedOrder } from './owned-order.ts';
import { refusing } from './refusing.ts';
import { viewOfOrder } from './view-of-order.ts';

export function readOrder(tools: OrderTools): OperationHandler<OnlineContract['orders.read']> {
  return ({ id }, asked) =>
    refusing(() => tools.transact(async (stores) => ok(viewOfOrder(await ownedOrder(stores, asked, id), tools))));
}
