import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { maskEmail } from '@certbridge/shared/domain/masking.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { OrderTools } from '../orders/order-tools.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { INVOICE_KINDS } from './invoice.ts';
import { mailInvoice } from './mail-invoice.ts';
import { issuedInvoice } from './read-invoice-pdf.ts';

type SendError = 'DOCUMENT_NOT_THERE' | 'TRIES_TOO_FAST';

/** Once more to the mailbox in the order: the invoice, and the red one that reverses it. */
export function sendInvoice(tools: OrderTools): OperationHandler<OnlineContract['invoices.send']> {
  return (input, asked) =>
    once<{ to: string }, SendError>(tools, { operation: 'invoices.send', input, asked }, async (stores) => {
      const order = await ownedOrder(stores, asked, input.id);
      const found = await Promise.all(INVOICE_KINDS.map((kind) => issuedInvoice(stores, order.id, kind)));
      const invoices = found.filter((invoice) => invoice !== undefined);
      const to = order.fields['operator.email'];
      if (invoices.length === 0 || !to) return fail('DOCUMENT_NOT_THERE');
      const limited = await withinLimits(stores.limits, [[LIMITS_OF.invoiceMails, order.id]], tools);
      if (limited) return limited;
      for (const invoice of invoices) await mailInvoice(stores, order, { invoice });
      return ok({ to: maskEmail(to) });
    });
}
