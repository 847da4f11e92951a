import { yuan } from '@certbridge/shared/domain/money.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';

export interface TellPayer {
  readonly template: 'order-paid' | 'money-returns' | 'refund-done';
  readonly amount: number;
}

/** By SMS and mail to the operator, who signed and whose phone and mailbox are therefore known to be his. */
export async function tellPayer(stores: Stores, order: Order, { template, amount }: TellPayer): Promise<void> {
  const { 'operator.email': email, 'operator.mobile': mobile } = order.fields;
  const values = { number: order.number, channel: order.channel.name, amount: yuan(amount) };
  if (email) await stores.outbox.put({ kind: 'mail', to: email, template, values });
  if (mobile) await stores.outbox.put({ kind: 'sms', to: mobile, template, values });
}
