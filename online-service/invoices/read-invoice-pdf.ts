import type { MaterialStore } from '../materials/store/material-store.ts';
import type { Stores, Transact } from '../stores.ts';
import type { Invoice } from './invoice.ts';

export interface InvoicePdfTools {
  readonly transact: Transact;
  readonly materials: Pick<MaterialStore, 'get'>;
}

export interface InvoicePdf {
  /** Names nobody. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function readInvoicePdf(
  tools: InvoicePdfTools,
  find: (stores: Stores) => Promise<Invoice | undefined>,
): Promise<InvoicePdf | undefined> {
  const invoice = await tools.transact(find);
  if (invoice?.storeKey === undefined) return undefined;
  const bytes = await tools.materials.get(invoice.storeKey);
  return bytes && { name: `${invoice.content.orderNumber}-${invoice.kind}-${invoice.number}.pdf`, bytes };
}

/** The newest that was issued of a kind. */
export async function issuedInvoice(
  stores: Stores,
  orderId: string,
  kind: Invoice['kind'],
): Promise<Invoice | undefined> {
  const invoices = await stores.invoices.ofOrder(orderId);
  return invoices.findLast((invoice) => invoice.kind === kind && invoice.state === 'issued');
}
