import { INVOICE_MACHINE } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { applyChange } from '../orders/move-order.ts';
import type { Invoice } from './invoice.ts';
import type { IssuedInvoice } from './invoice-platform.ts';
import type { InvoiceTools } from './invoice-tools.ts';
import { mailInvoice } from './mail-invoice.ts';
import { askRedInvoice } from './reverse-invoice.ts';

export interface InvoiceFile extends IssuedInvoice {
  readonly pdf: Uint8Array;
}

/**
 * The PDF first: a row that says `issued` always has one. The rest stays together: the order says so, whoever watches it is
 * told, and the mail leaves.
 */
export async function keepIssued(
  tools: InvoiceTools,
  { id, kind }: Invoice,
  { number, issuedAt, pdf }: InvoiceFile,
): Promise<boolean> {
  const storeKey = `invoices/${id}`;
  await tools.materials.put(storeKey, pdf);
  return tools.transact(async (stores) => {
    const now = tools.now();
    const asked = await stores.invoices.find(id);
    const order = asked && (await stores.orders.findToChange(asked.orderId));
    // Read again under the order's lock: a refund may have withdrawn it since.
    const invoice = await stores.invoices.find(id);
    if (!order || !invoice) throw new Error('an invoice without an order');
    const state = nextState(INVOICE_MACHINE, { state: invoice.state, event: 'issue', by: 'service' });
    const issued =
      state && (await stores.invoices.change(invoice, { state, number, storeKey, issuedAt, nextAt: undefined }));
    if (!issued) return false;
    const times = kind === 'blue' ? { ...order.times, invoiced: issuedAt.toISOString() } : order.times;
    const audit = { event: 'invoice', by: 'service', note: kind } as const;
    const changed = await applyChange(stores, order, { changes: { times }, audit });
    await mailInvoice(stores, changed, { invoice: issued, key: `invoice ${id}` });
    // While the money is still on its way back, its arrival will ask.
    if (kind === 'blue' && order.payment === 'refunded') await askRedInvoice(stores, issued, now);
    await stores.orders.announce(order.id);
    return true;
  });
}
