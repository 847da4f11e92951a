import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf } from '@certbridge/shared/contract/operation.ts';
import { isGivenUp } from '@certbridge/shared/domain/order/is-given-up.ts';
import { materialsOf } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { issuedInvoice } from '../invoices/read-invoice-pdf.ts';
import { offerOf, subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';

export type DocumentName = InputOf<OnlineContract['documents.link']>['of'];

/** Which papers an order has: its own form once it is filled in, the templates of what it wants, and its invoices. */
export async function isThere(stores: Stores, order: Order, name: DocumentName): Promise<boolean> {
  const wanted = materialsOf(offerOf(order), subjectOf(order));
  const isPrinted = order.digest !== undefined && !isGivenUp(order.state);
  switch (name) {
    case 'application-form':
      return isPrinted;
    case 'authorisation-letter-template':
      return isPrinted && wanted.includes('authorisation-letter');
    case 'seal-sheet-template':
      return isPrinted && (wanted.includes('seal-sheet') || wanted.includes('personal-seal-sheet'));
    case 'invoice':
      return (await issuedInvoice(stores, order.id, 'blue')) !== undefined;
    case 'red-invoice':
      return (await issuedInvoice(stores, order.id, 'red')) !== undefined;
    default:
      return order.materials.some(({ slot }) => slot === name);
  }
}
