import { finishRefundIn } from '../carry-out-refunds.ts';
import type { SettleTools } from '../payment-tools.ts';
import { auditFinance, type FinanceClerk } from './finance-act.ts';

export interface EndedRefund {
  readonly refundNo: string;
  /** The bank's, or the provider's, number of what was sent back. */
  readonly reference: string;
  readonly clerk: FinanceClerk;
}

/** Finance has sent the money back by hand. Only what no retry brings back is ended so: nobody is paid back twice. */
export function endRefund(
  tools: SettleTools,
  { refundNo, reference, clerk }: EndedRefund,
): Promise<'done' | 'not-stuck'> {
  return tools.transact(async (stores) => {
    const refund = await stores.refunds.findByNumber(refundNo);
    if (refund?.state !== 'stuck' || !(await finishRefundIn(stores, tools, refund))) return 'not-stuck';
    await auditFinance(stores, refund.orderId, `refund ${refundNo} sent as ${reference} by ${clerk}`);
    return 'done';
  });
}
