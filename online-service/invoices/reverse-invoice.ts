import { INVOICE_MACHINE } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import type { Receipt } from '../payments/collection.ts';
import type { Stores } from '../stores.ts';
import type { Invoice } from './invoice.ts';

/** With the refund: an invoice that was issued is reversed by a red one; one that was not is withdrawn. */
export async function reverseInvoice(stores: Stores, receipt: Receipt, now: Date): Promise<void> {
  const blue = await blueOf(stores, receipt);
  if (blue?.state === 'issued') await askRedInvoice(stores, blue, now);
  else await withdrawInvoice(stores, receipt, now);
}

/**
 * From the moment when the money is owed back: an invoice that is not issued yet is never asked for again. When the
 * platform turns out to have issued it unheard, it is reversed like any other.
 */
export async function withdrawInvoice(stores: Stores, receipt: Receipt, now: Date): Promise<void> {
  const blue = await blueOf(stores, receipt);
  const state = blue && nextState(INVOICE_MACHINE, { state: blue.state, event: 'withdraw', by: 'service' });
  if (!state) return;
  // Whoever has it now asks the platform at this moment; it is looked for when that must be over.
  const nextAt = blue.state === 'stuck' ? { nextAt: now } : {};
  // Taken up between our look and our change: the second look sees it so.
  if (!(await stores.invoices.change(blue, { state, ...nextAt }))) await withdrawInvoice(stores, receipt, now);
}

async function blueOf(stores: Stores, { id, orderId }: Receipt): Promise<Invoice | undefined> {
  const invoices = orderId === undefined ? [] : await stores.invoices.ofOrder(orderId);
  return invoices.find(({ receiptId, kind }) => receiptId === id && kind === 'blue');
}

export async function askRedInvoice(stores: Stores, blue: Invoice, now: Date): Promise<void> {
  const { receiptId, orderId, taxPercent, content } = blue;
  await stores.invoices.add({
    receiptId,
    orderId,
    kind: 'red',
    blueId: blue.id,
    taxPercent,
    content,
    createdAt: now,
  });
}
