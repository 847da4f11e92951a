import type { Order } from '../../orders/order.ts';
import type { Stores } from '../../stores.ts';
import { auditFinance, type FinanceClerk } from '../finance/finance-act.ts';
import type { SettleTools } from '../payment-tools.ts';

export interface RefusedRemittance {
  readonly tradeNo: string;
  /** In finance's words; the applicant reads them. */
  readonly reason: string;
  readonly clerk: FinanceClerk;
}

/** Finance has not found the money. The order goes on waiting for it, and the applicant may announce it once more. */
export function refuseRemittance(
  tools: SettleTools,
  { tradeNo, reason, clerk }: RefusedRemittance,
): Promise<'refused' | 'no-remittance'> {
  return tools.transact(async (stores) => {
    const collection = await stores.collections.findByTrade(tradeNo);
    const order = collection && (await stores.orders.findToChange(collection.orderId));
    const announced = collection && (await stores.remittances.find(collection.id));
    if (!order || !announced || collection.state !== 'open' || announced.refusedAt) return 'no-remittance';
    await stores.remittances.put({ ...announced, refusedAt: tools.now(), refusal: reason });
    await tellNotFound(stores, order, reason);
    await auditFinance(stores, order.id, `remittance ${tradeNo} not found by ${clerk}`);
    return 'refused';
  });
}

async function tellNotFound(stores: Stores, order: Order, reason: string): Promise<void> {
  const { 'operator.email': email, 'operator.mobile': mobile } = order.fields;
  const values = { number: order.number, channel: order.channel.name };
  const template = 'remittance-not-found';
  if (email) await stores.outbox.put({ kind: 'mail', to: email, template, values: { ...values, reason } });
  // Texts of SMS are registered with the provider: free words have no place in them.
  if (mobile) await stores.outbox.put({ kind: 'sms', to: mobile, template, values });
}
