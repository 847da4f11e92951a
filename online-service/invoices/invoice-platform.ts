import type { Invoice, InvoiceContent } from './invoice.ts';

/** What the platform has made of a request. */
export interface IssuedInvoice {
  readonly number: string;
  readonly issuedAt: Date;
}

export interface ToIssue {
  readonly content: InvoiceContent;
  readonly taxPercent: number;
}

/**
 * Where e-invoices are issued. Each is asked for by our own id, and issued once however often it is asked for. Throws
 * `ProviderAway` when nothing was learned.
 */
export interface InvoicePlatform {
  issue(id: Invoice['id'], wanted: ToIssue): Promise<IssuedInvoice | 'refused'>;
  /** A red one of its own, over the whole of a blue one. */
  reverse(id: Invoice['id'], blueNumber: string): Promise<IssuedInvoice | 'refused'>;
  /** Undefined: it was never issued. */
  find(id: Invoice['id']): Promise<IssuedInvoice | undefined>;
  pdf(id: Invoice['id']): Promise<Uint8Array>;
}
