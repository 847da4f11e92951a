import { INVOICE_MACHINE } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { auditFinance, type FinanceClerk } from '../payments/finance/finance-act.ts';
import type { SettleTools } from '../payments/payment-tools.ts';

export interface RetriedInvoice {
  readonly id: string;
  readonly clerk: FinanceClerk;
}

/** What the platform would not issue, or could not for days, is asked for once more. */
export function retryInvoice(tools: SettleTools, { id, clerk }: RetriedInvoice): Promise<'retried' | 'not-stuck'> {
  return tools.transact(async (stores) => {
    const orderId = (await stores.invoices.find(id))?.orderId;
    if (orderId === undefined) return 'not-stuck';
    // The order first, as everybody else who changes both.
    await stores.orders.findToChange(orderId);
    const invoice = await stores.invoices.find(id);
    const state = invoice && nextState(INVOICE_MACHINE, { state: invoice.state, event: 'take-up', by: 'staff' });
    if (!state || !(await stores.invoices.change(invoice, { state, tries: 0, nextAt: tools.now() }))) {
      return 'not-stuck';
    }
    await auditFinance(stores, orderId, `invoice tried again by ${clerk}`);
    return 'retried';
  });
}
