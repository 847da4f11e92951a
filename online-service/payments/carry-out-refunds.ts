import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { PAYMENT_MACHINE } from '@certbridge/shared/domain/machines/payment-machine.ts';
import { paidBack } from '@certbridge/shared/domain/payment/postings.ts';
import { reverseInvoice } from '../invoices/reverse-invoice.ts';
import type { DueDone } from '../jobs/due-work.ts';
import { applyChange } from '../orders/move-order.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { Stores } from '../stores.ts';
import type { Receipt, Refund } from './collection.ts';
import {
  type PaymentProvider,
  PaymentProviderAway,
  type RefundAsked,
  type RefundStanding,
} from './payment-provider.ts';
import type { PaymentSettings, SettleTools } from './payment-tools.ts';
import { tellPayer } from './tell-payer.ts';

export type RefundTools = SettleTools & Pick<PaymentSettings, 'providers'>;

const AT_ONCE = 20;
/** Longer than a provider may take to answer. */
const LEASE_MS = 60_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 3_600_000;
/** About two days; then finance is needed. */
const MOST_TRIES = 60;

/**
 * Asks the providers for what is owed back. The same refund number is asked for again after whatever accident, and a
 * provider pays one number once.
 */
export async function carryOutRefunds(tools: RefundTools): Promise<DueDone> {
  const due = await tools.transact((stores) =>
    stores.refunds.takeDue({ now: tools.now(), leaseMs: LEASE_MS, most: AT_ONCE }),
  );
  const done = await Promise.all(due.map((refund) => carryOut(tools, refund)));
  return { done: done.filter(Boolean).length, more: due.length === AT_ONCE };
}

/** One that meets a fault waits for its next time, and holds up no other. */
async function carryOut(tools: RefundTools, refund: Refund): Promise<boolean> {
  try {
    const asked = await tools.transact((stores) => stores.refunds.change(refund, { state: 'asked' }));
    return asked ? await askFor(tools, asked) : false;
  } catch (fault) {
    tools.log.error({ refund: refund.refundNo, fault: safeFault(fault) }, 'a refund met a fault and is tried again');
    return false;
  }
}

async function askFor(tools: RefundTools, refund: Refund): Promise<boolean> {
  const receipt = await tools.transact((stores) => stores.receipts.find(refund.receiptId));
  if (!receipt) throw new Error('a refund without a receipt');
  // Finance sends back by hand what came by bank, and says so.
  if (receipt.holder === 'bank') return waitForFinance(tools, refund);
  return conclude(tools, refund, await answerAbout(tools, refund, receipt));
}

/** Also a provider whose settings are not here is away. */
async function answerAbout(tools: RefundTools, refund: Refund, receipt: Receipt): Promise<RefundStanding> {
  const provider = receipt.holder === 'bank' ? undefined : tools.providers[receipt.holder];
  try {
    if (!provider) throw new PaymentProviderAway('not-configured');
    return await standingOf(provider, refund, receipt);
  } catch (fault) {
    const level = fault instanceof PaymentProviderAway ? 'warn' : 'error';
    tools.log[level]({ refund: refund.refundNo, fault: safeFault(fault) }, 'a refund could not be asked for yet');
    return 'unknown';
  }
}

async function standingOf(provider: PaymentProvider, refund: Refund, receipt: Receipt): Promise<RefundStanding> {
  const asked: RefundAsked = {
    tradeNo: receipt.tradeNo,
    transactionId: receipt.transactionId,
    refundNo: refund.refundNo,
    amount: refund.amount,
    total: receipt.amount,
    title: '数字证书费用退款',
  };
  // It may have been asked for by somebody who died before the answer.
  const before = refund.tries > 1 ? await provider.lookAtRefund(asked) : 'unknown';
  return before === 'unknown' ? provider.refund(asked) : before;
}

/** Each try doubles the wait for the next one, also while nobody answers. */
async function conclude(tools: RefundTools, refund: Refund, standing: RefundStanding): Promise<boolean> {
  if (standing === 'done') return finishRefund(tools, refund);
  const over = standing === 'refused' || refund.tries >= MOST_TRIES;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(refund.tries - 1, 20), LONGEST_WAIT_MS);
  const nextAt = over ? undefined : new Date(tools.now().getTime() + wait);
  await tools.transact((stores) => stores.refunds.change(refund, { state: over ? 'stuck' : 'asked', nextAt }));
  if (over) tools.log.error({ refund: refund.refundNo, standing }, 'a refund needs somebody from finance');
  return false;
}

async function waitForFinance(tools: RefundTools, refund: Refund): Promise<boolean> {
  await tools.transact((stores) => stores.refunds.change(refund, { state: 'stuck', nextAt: undefined }));
  tools.log.warn({ refund: refund.refundNo }, 'a refund by bank waits for finance');
  return false;
}

/** The money is there: the books, the order, and whoever paid are told, once. */
export function finishRefund(tools: SettleTools, refund: Refund): Promise<boolean> {
  return tools.transact((stores) => finishRefundIn(stores, tools, refund));
}

export async function finishRefundIn(stores: Stores, tools: SettleTools, refund: Refund): Promise<boolean> {
  const order = await stores.orders.findToChange(refund.orderId);
  const receipt = await stores.receipts.find(refund.receiptId);
  if (!order || !receipt) throw new Error('a refund without an order or a receipt');
  const done = await stores.refunds.change(refund, { state: 'done', doneAt: tools.now(), nextAt: undefined });
  if (!done) return false;
  const { refundNo, amount } = refund;
  const details = { refundNo, amount, holder: receipt.holder };
  await stores.audit.add({ what: 'refund.done', about: order.number, by: { kind: 'service' }, details });
  await stores.ledger.post({
    name: `refund ${refund.id}`,
    entries: paidBack(receipt.holder, refund.amount),
    orderId: order.id,
  });
  const payment = nextState(PAYMENT_MACHINE, { state: order.payment, event: 'refund-done', by: 'service' });
  const changed =
    receipt.outcome === 'settled' && payment
      ? await applyChange(stores, order, { changes: { payment }, audit: { event: 'refund-done', by: 'service' } })
      : order;
  if (receipt.outcome === 'settled') await reverseInvoice(stores, receipt, tools.now());
  await tellPayer(stores, changed, { template: 'refund-done', amount: refund.amount });
  await stores.orders.announce(order.id);
  return true;
}
