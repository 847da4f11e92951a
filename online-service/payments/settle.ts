import { randomUUID } from 'node:crypto';
import type { MoneyHolder } from '@certbridge/shared/domain/payment/postings.ts';
import { received } from '@certbridge/shared/domain/payment/postings.ts';
import { outcomeOfReceipt, type ReceiptOutcome } from '@certbridge/shared/domain/payment/receipt-outcome.ts';
import type { Stores } from '../stores.ts';
import { closeOtherCollections } from './close-other-collections.ts';
import type { Collection, FoundBy, Receipt } from './collection.ts';
import { markPaid } from './mark-paid.ts';
import { oweRefund } from './owe-refund.ts';
import type { PaidFact } from './payment-provider.ts';
import type { SettleTools } from './payment-tools.ts';

export interface Settling {
  readonly holder: MoneyHolder;
  readonly fact: PaidFact;
  readonly foundBy: FoundBy;
}

/** `repeat`: this transaction is known already, and nothing is done. */
export type Settled = ReceiptOutcome | 'repeat';

/**
 * The one place where money comes in, whoever has found out about it: callback, poll, the applicant's return, finance,
 * or a bill. That merchant and app are ours, the provider's reader has checked. The order is locked first, so that two
 * who know the same, or two payments of one order, come one after the other.
 */
export function settle(tools: SettleTools, settling: Settling): Promise<Settled> {
  return tools.transact((stores) => settleIn(stores, tools, settling));
}

/** In a transaction that also does something else, such as ending the notification that told of it. */
export async function settleIn(stores: Stores, tools: SettleTools, settling: Settling): Promise<Settled> {
  const collection = await stores.collections.findByTrade(settling.fact.tradeNo);
  if (!collection) return unknownMoney(stores, tools, settling);
  const order = await stores.orders.findToChange(collection.orderId);
  if (!order) throw new Error('a collection without an order');
  const { amount, currency } = settling.fact;
  const outcome = outcomeOfReceipt({
    amount,
    currency,
    asked: collection.amount,
    order: { state: order.state, payment: order.payment, total: order.price?.total ?? 0 },
  });
  const receipt = receiptOf(settling, outcome, collection);
  if (!(await stores.receipts.add(receipt))) return 'repeat';
  await auditReceipt(stores, receipt, order.number);
  await stores.ledger.post({
    name: `receipt ${receipt.id}`,
    entries: received(settling.holder, amount),
    orderId: order.id,
  });
  await endCollection(stores, collection);
  const about = { order, receipt, now: tools.now() };
  if (outcome === 'settled') {
    await markPaid(stores, about);
    await closeOtherCollections(stores, about);
  } else {
    await oweRefund(stores, { ...about, reason: outcome });
  }
  tools.log.info({ order: order.number, outcome, by: settling.foundBy, way: collection.way }, 'money has come in');
  return outcome;
}

function receiptOf({ holder, fact, foundBy }: Settling, outcome: ReceiptOutcome, collection?: Collection): Receipt {
  const { transactionId, tradeNo, amount, paidAt } = fact;
  return {
    id: randomUUID(),
    holder,
    transactionId,
    tradeNo,
    collectionId: collection?.id,
    orderId: collection?.orderId,
    amount,
    outcome,
    foundBy,
    paidAt,
  };
}

function auditReceipt(stores: Stores, receipt: Receipt, about: string | undefined): Promise<void> {
  const { holder, amount, outcome, foundBy, tradeNo } = receipt;
  const details = { receipt: receipt.id, holder, amount, outcome, foundBy, tradeNo };
  return stores.audit.add({ what: 'payment.received', about, by: { kind: 'service' }, details });
}

/** Somebody else's till may use the same account: nothing is paid back by itself, and finance looks. */
async function unknownMoney(stores: Stores, { log }: SettleTools, settling: Settling): Promise<Settled> {
  const receipt = receiptOf(settling, 'unknown');
  if (!(await stores.receipts.add(receipt))) return 'repeat';
  await auditReceipt(stores, receipt, undefined);
  const entries = received(settling.holder, receipt.amount);
  await stores.ledger.post({ name: `receipt ${receipt.id}`, entries, orderId: undefined });
  log.warn({ holder: settling.holder }, 'money has come in that no collection asked for');
  return 'unknown';
}

/** A second payment of the same QR finds it paid already. Whoever looks after it meanwhile does not hold this up. */
async function endCollection(stores: Stores, { id }: Collection): Promise<void> {
  const collection = await stores.collections.findToChange(id);
  if (!collection || collection.state === 'paid') return;
  await stores.collections.change(collection, { state: 'paid', lookAt: undefined });
}
