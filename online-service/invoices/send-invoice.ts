import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { OrderTools } from '../orders/order-tools.ts';
import { ownedOrder } from '../orders/owned-order.ts';

export function sendInvoice(tools: OrderTools): OperationHandler<OnlineContract['invoices.send']> {
  return (input, asked) =>
    once<{ to: string }, 'DOCUMENT_NOT_THERE'>(tools, { operation: 'invoices.send', input, asked }, async (stores) => {
      await ownedOrder(stores, asked, input.id);
      return fail('DOCUMENT_NOT_THERE');
    });
}
