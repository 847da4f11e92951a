import type { Stores } from '../stores.ts';
import type { Order } from './order.ts';

/** Once the operator has signed, his phone and mailbox are known to be his, and he is told what becomes of the order. */
export async function tellOperator(
  stores: Stores,
  order: Order,
  template: 'order-signed' | 'order-cancelled',
): Promise<void> {
  if (order.times.signed === undefined) return;
  const { 'operator.email': email, 'operator.mobile': mobile } = order.fields;
  const values = { number: order.number, channel: order.channel.name };
  if (email) await stores.outbox.put({ kind: 'mail', to: email, template, values });
  // Somebody else may have cancelled it: that is told where it is read at once.
  if (mobile && template === 'order-cancelled') await stores.outbox.put({ kind: 'sms', to: mobile, template, values });
}
