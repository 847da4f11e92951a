import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { REFUND_MACHINE } from '@certbridge/shared/domain/machines/refund-machine.ts';
import type { SettleTools } from '../payment-tools.ts';
import { auditFinance, type FinanceClerk } from './finance-act.ts';

export interface RetriedRefund {
  readonly refundNo: string;
  readonly clerk: FinanceClerk;
}

/** Asks the provider once more, by the same number. By bank nobody can be asked: that money is sent by hand. */
export function retryRefund(
  tools: SettleTools,
  { refundNo, clerk }: RetriedRefund,
): Promise<'retried' | 'not-stuck' | 'by-hand'> {
  return tools.transact(async (stores) => {
    const orderId = (await stores.refunds.findByNumber(refundNo))?.orderId;
    if (orderId === undefined) return 'not-stuck';
    // The order first, as everybody else who changes both.
    await stores.orders.findToChange(orderId);
    const refund = await stores.refunds.findByNumber(refundNo);
    const receipt = refund && (await stores.receipts.find(refund.receiptId));
    if (!refund || !receipt) return 'not-stuck';
    const state = nextState(REFUND_MACHINE, { state: refund.state, event: 'take-up', by: 'staff' });
    if (!state) return 'not-stuck';
    if (receipt.holder === 'bank') return 'by-hand';
    // One try counts as made: the provider is asked first what became of it.
    const retried = await stores.refunds.change(refund, { state, tries: 1, nextAt: tools.now() });
    if (!retried) return 'not-stuck';
    await auditFinance(stores, orderId, `refund ${refundNo} tried again by ${clerk}`);
    return 'retried';
  });
}
