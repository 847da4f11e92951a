import type { Stores } from '../stores.ts';
import type { ReceiptAbout } from './mark-paid.ts';

/** Nobody shall pay twice: the other QRs are closed at their providers, by the job that looks after collections. */
export async function closeOtherCollections(stores: Stores, { order, receipt, now }: ReceiptAbout): Promise<void> {
  await withdrawCollections(stores, { orderId: order.id, but: receipt.collectionId, now });
}

export interface Withdrawal {
  readonly orderId: string;
  readonly but?: string | undefined;
  readonly now: Date;
}

export async function withdrawCollections(stores: Stores, { orderId, but, now }: Withdrawal): Promise<void> {
  for (const { id } of await stores.collections.ofOrder(orderId)) {
    const collection = id === but ? undefined : await stores.collections.findToChange(id);
    if (collection?.state !== 'opening' && collection?.state !== 'open') continue;
    // A remittance is on its way or not: only finance can tell.
    if (collection.way === 'remittance' || collection.way === 'treasury') continue;
    await stores.collections.change(collection, { state: 'closing', lookAt: now });
  }
}
