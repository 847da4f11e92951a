import { applyChange } from '../../orders/move-order.ts';
import type { Stores } from '../../stores.ts';

/** Who acts, as the computer knows him: an account's name, never the applicant's data. */
export type FinanceClerk = string;

/** Every act of finance stands in the order's history, in the transaction that carries it out. */
export async function auditFinance(stores: Stores, orderId: string, note: string): Promise<void> {
  const order = await stores.orders.findToChange(orderId);
  if (!order) throw new Error('an act of finance about no order');
  await applyChange(stores, order, { changes: {}, audit: { event: 'finance', by: 'staff', note } });
  await stores.orders.announce(orderId);
}
