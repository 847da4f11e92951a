import type { MailTemplate, MessageValues, SmsTemplate } from '../outbox/outbox.ts';
import type { Stores } from '../stores.ts';
import type { Order } from './order.ts';

/** What becomes of an order, in the words of whoever has done it. */
export type OperatorNotice =
  | { readonly template: 'order-signed' | 'order-cancelled' | 'order-approved' }
  /** Each reason is a line that can be read by itself. */
  | { readonly template: 'order-returned'; readonly reasons: readonly string[] }
  | { readonly template: 'order-posted'; readonly courier: string; readonly trackingNumber: string };

/**
 * Once the operator has signed, his phone and mailbox are known to be his, and he is told what becomes of the order. Each
 * state of the order is told once: the version that it has then is the receiver's key.
 */
export async function tellOperator(stores: Stores, order: Order, notice: OperatorNotice): Promise<void> {
  if (order.times.signed === undefined) return;
  const { template } = notice;
  const { 'operator.email': email, 'operator.mobile': mobile } = order.fields;
  const values = { number: order.number, channel: order.channel.name };
  // Signed is an order once in its transaction; whatever else is told may be told by somebody who does not know it was.
  const key = template === 'order-signed' ? undefined : `${template} ${order.id} ${order.version}`;
  if (email) {
    const mail = { to: email, template: template satisfies MailTemplate, values: { ...values, ...mailValues(notice) } };
    await stores.outbox.put({ kind: 'mail', ...mail }, { key });
  }
  // He has signed a moment ago, by SMS; of everything else he is told where it is read at once.
  if (!mobile || template === 'order-signed') return;
  const sms = { to: mobile, template: template satisfies SmsTemplate, values: { ...values, ...smsValues(notice) } };
  await stores.outbox.put({ kind: 'sms', ...sms }, { key });
}

function mailValues(notice: OperatorNotice): MessageValues {
  switch (notice.template) {
    case 'order-returned':
      return { reasons: notice.reasons.join('\n') };
    case 'order-posted':
      return { courier: notice.courier, trackingNumber: notice.trackingNumber };
    case 'order-signed':
    case 'order-cancelled':
    case 'order-approved':
      return {};
  }
}

/** Free words have no place in an SMS, whose text is registered: the reasons are in the mail and in the order. */
function smsValues(notice: OperatorNotice): MessageValues {
  return notice.template === 'order-posted' ? mailValues(notice) : {};
}
