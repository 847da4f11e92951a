import type { InvoiceState } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import type { Invoice } from './invoice.ts';

export type NewInvoice = Pick<
  Invoice,
  'receiptId' | 'orderId' | 'kind' | 'blueId' | 'taxPercent' | 'content' | 'createdAt'
>;
export type InvoiceChanges = Partial<
  Pick<Invoice, 'state' | 'taxPercent' | 'number' | 'storeKey' | 'tries' | 'issuedAt'>
> & {
  /** Undefined: it is not tried any more. */
  readonly nextAt?: Date | undefined;
};

/** An invoice that staff may have to look after; nothing of the buyer. */
export interface WaitingInvoice {
  readonly id: string;
  readonly kind: Invoice['kind'];
  readonly state: InvoiceState;
  readonly orderNumber: string;
  readonly total: number;
  readonly tries: number;
  readonly createdAt: Date;
}

export interface InvoiceStore {
  /** False: the receipt has one of this kind already. */
  add(invoice: NewInvoice): Promise<boolean>;
  find(id: string): Promise<Invoice | undefined>;
  /** Oldest first. */
  ofOrder(orderId: string): Promise<Invoice[]>;
  /** Compare-and-set on the version; undefined when somebody else was faster. */
  change(invoice: Invoice, changes: InvoiceChanges): Promise<Invoice | undefined>;
  /** Those whose time has come, unopened; each is out of others' sight for the lease. */
  takeDue(about: { readonly now: Date; readonly leaseMs: number; readonly most: number }): Promise<Invoice['id'][]>;
  /** Neither issued nor dropped; oldest first. */
  waiting(): Promise<WaitingInvoice[]>;
}
