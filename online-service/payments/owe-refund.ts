import { randomUUID } from 'node:crypto';
import { owedBack } from '@certbridge/shared/domain/payment/postings.ts';
import type { RefundReason } from '@certbridge/shared/domain/payment/receipt-outcome.ts';
import { refundNumber } from '@certbridge/shared/domain/payment/trade-number.ts';
import type { Stores } from '../stores.ts';
import type { ReceiptAbout } from './mark-paid.ts';
import { tellPayer } from './tell-payer.ts';

/** From now on the receipt is owed back; the job carries it out, and goes on until the money is there. */
export async function oweRefund(
  stores: Stores,
  { order, receipt, now, reason }: ReceiptAbout & { readonly reason: RefundReason },
): Promise<void> {
  const count = (await stores.refunds.ofOrder(order.id)).length + 1;
  const refundNo = refundNumber(receipt.tradeNo, count);
  const owed = await stores.refunds.add({
    id: randomUUID(),
    receiptId: receipt.id,
    orderId: order.id,
    refundNo,
    amount: receipt.amount,
    reason,
    createdAt: now,
  });
  if (!owed) return;
  const details = { refundNo, receipt: receipt.id, amount: receipt.amount, reason };
  await stores.audit.add({ what: 'refund.owed', about: order.number, by: { kind: 'service' }, details });
  await stores.ledger.post({ name: `owed ${receipt.id}`, entries: owedBack(receipt.amount), orderId: order.id });
  // Who cancels is told so by the cancellation itself.
  if (reason !== 'cancelled') await tellPayer(stores, order, { template: 'money-returns', amount: receipt.amount });
  await stores.orders.announce(order.id);
}
