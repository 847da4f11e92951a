import { INVOICE_MACHINE } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import type { Receipt } from '../payments/collection.ts';
import type { Stores } from '../stores.ts';
import type { Invoice } from './invoice.ts';

/**
 * With the refund: an invoice that was issued is reversed by a red one. One that was not is withdrawn: it is never asked
 * for again, and when the platform turns out to have issued it unheard, it is reversed like any other.
 */
export async function reverseInvoice(stores: Stores, receipt: Receipt, now: Date): Promise<void> {
  if (receipt.orderId === undefined) return;
  const invoices = await stores.invoices.ofOrder(receipt.orderId);
  const blue = invoices.find(({ receiptId, kind }) => receiptId === receipt.id && kind === 'blue');
  if (!blue) return;
  if (blue.state === 'issued') return askRedInvoice(stores, blue, now);
  const state = nextState(INVOICE_MACHINE, { state: blue.state, event: 'withdraw', by: 'service' });
  if (!state) return;
  // Whoever has it now asks the platform at this moment; it is looked for when that must be over.
  const withdrawn = await stores.invoices.change(blue, {
    state,
    ...(blue.state === 'stuck' ? { nextAt: now } : {}),
  });
  // Issued between our look and our change: seen at the second look.
  if (!withdrawn) await reverseInvoice(stores, receipt, now);
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
