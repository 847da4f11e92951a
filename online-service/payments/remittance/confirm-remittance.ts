import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { auditFinance, type FinanceClerk } from '../finance/finance-act.ts';
import type { SettleTools } from '../payment-tools.ts';
import { type Settled, settleIn } from '../settle.ts';

export interface FoundRemittance {
  readonly tradeNo: string;
  /** The bank's own number of the entry: each comes in once. */
  readonly reference: string;
  /** What has come in, in fen, whatever was asked for. */
  readonly amount: number;
  /** The day in China on which it came in. */
  readonly receivedOn: string;
  /** Another sum than was asked for is meant, and no slip of the keyboard. */
  readonly differs: boolean;
  readonly clerk: FinanceClerk;
}

export type Confirmed =
  | Settled
  | 'no-remittance'
  | 'not-yet'
  /** Nothing was done: it is to be said once more that the sum is another one. */
  | { readonly asked: number };

/**
 * Finance has found the money on the account. Of a wrong sum, a second payment, or one that is late, `settle` decides as of
 * any other money: it is owed back, and finance sends it.
 */
export function confirmRemittance(tools: SettleTools, found: FoundRemittance): Promise<Confirmed> {
  const { tradeNo, reference, amount, receivedOn, clerk } = found;
  return tools.transact(async (stores) => {
    const collection = await stores.collections.findByTrade(tradeNo);
    if (collection?.way !== 'remittance' && collection?.way !== 'treasury') return 'no-remittance';
    if (receivedOn > chinaDate(tools.now())) return 'not-yet';
    if (amount !== collection.amount && !found.differs) return { asked: collection.amount };
    const outcome = await settleIn(stores, tools, {
      holder: 'bank',
      foundBy: 'staff',
      fact: {
        merchant: 'bank',
        app: 'bank',
        tradeNo,
        transactionId: reference,
        amount,
        currency: 'CNY',
        paidAt: momentOn(receivedOn, tools.now()),
      },
    });
    if (outcome !== 'repeat') {
      await auditFinance(stores, collection.orderId, `remittance ${tradeNo} confirmed as ${reference} by ${clerk}`);
    }
    return outcome;
  });
}

/** A statement tells the day; noon is on it in every reading. Nothing was paid later than now. */
function momentOn(day: string, now: Date): Date {
  const noon = new Date(`${day}T12:00:00+08:00`);
  return noon < now ? noon : now;
}
