import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf } from '@certbridge/shared/contract/operation.ts';
import { materialsOf } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { issuedInvoice } from '../invoices/read-invoice-pdf.ts';
import { offerOf, subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';

export type DocumentName = InputOf<OnlineContract['documents.link']>['of'];

/** Which papers an order has: its own form once it is filled in, the templates of what it wants, and its invoices. */
export async function isThere(stores: Stores, order: Order, name: DocumentName): Promise<boolean> {
  const wanted = materialsOf(offerOf(order), subjectOf(order));
  switch (name) {
    case 'application-form':
      return order.digest !== undefined;
    case 'authorisation-letter-template':
      return order.digest !== undefined && wanted.includes('authorisation-letter');
    case 'seal-sheet-template':
      return order.digest !== undefined && (wanted.includes('seal-sheet') || wanted.includes('personal-seal-sheet'));
    case 'invoice':
      return (await issuedInvoice(stores, order.id, 'blue')) !== undefined;
    case 'red-invoice':
      return (await issuedInvoice(stores, order.id, 'red')) !== undefined;
    default:
      return order.materials.some(({ slot }) => slot === name);
  }
}
