import { yuan } from '@certbridge/shared/domain/money.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';
import type { Invoice } from './invoice.ts';

export interface InvoiceMail {
  readonly invoice: Invoice;
  /** One mail for each key. Absent: it was asked for, and goes out once more. */
  readonly key?: string;
}

/** To the operator's mailbox. The message names the invoice; the PDF is read when it is sent. */
export async function mailInvoice(stores: Stores, order: Order, { invoice, key }: InvoiceMail): Promise<void> {
  const to = order.fields['operator.email'];
  if (!to) return;
  const values = {
    number: order.number,
    channel: order.channel.name,
    amount: yuan(invoice.content.total),
    invoiceNumber: invoice.number ?? '',
  };
  const template = invoice.kind === 'blue' ? 'invoice' : 'red-invoice';
  await stores.outbox.put({ kind: 'mail', to, template, values, invoice: invoice.id }, { key });
}
