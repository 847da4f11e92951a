import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { refusing } from '../orders/refusing.ts';
import type { PaymentTools } from './payment-tools.ts';
import { viewOfPayment } from './payment-view.ts';

export function readPayment(tools: PaymentTools): OperationHandler<OnlineContract['payments.read']> {
  return ({ id }, asked) =>
    refusing(() =>
      tools.transact(async (stores) => ok(await viewOfPayment(stores, await ownedOrder(stores, asked, id), tools))),
    );
}
