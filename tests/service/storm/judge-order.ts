import { type PayProvider, refundedOf, type Trade } from '../../../sandbox/pay/trade.ts';

export interface ReceiptRow {
  readonly holder: PayProvider;
  readonly transaction_id: string;
  readonly order_id: string | null;
  readonly amount: number;
  readonly outcome: string;
  readonly found_by: string;
  readonly refund: string | null;
}

export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly payment: string;
  readonly settles: string;
}

export interface Case {
  readonly row: OrderRow;
  /** As the gateways have them at the end. */
  readonly trades: readonly Trade[];
  readonly receipts: readonly ReceiptRow[];
  readonly total: number;
}

export interface Verdict {
  /** How many times. */
  readonly settled: number;
  readonly unsettled: boolean;
  readonly unpaid: boolean;
  /** In words. */
  readonly wrong: readonly string[];
}

/** What an order must be, by what its payers did at the gateways and whether it was cancelled. */
export function judgeOrder(judged: Case): Verdict {
  const { row, trades, receipts, total } = judged;
  const paid = trades.filter((trade) => trade.paid !== undefined);
  const isPaidRight = paid.some((trade) => trade.paid?.amount === total);
  const isCancelled = row.state === 'cancelled';
  const owed = isPaidRight && !isCancelled;
  const unseen = paid.filter((trade) => receipts.filter((receipt) => isOf(receipt, trade)).length !== 1);
  const invented = receipts.filter((receipt) => !paid.some((trade) => isOf(receipt, trade)));
  const settled = Math.max(receipts.filter(({ outcome }) => outcome === 'settled').length, Number(row.settles));
  const wanted = isCancelled ? afterCancel(settled) : afterAll(owed);
  const kept = paid.reduce((sum, trade) => sum + (trade.paid?.amount ?? 0) - refundedOf(trade), 0);
  return {
    settled,
    unsettled: unseen.length > 0 || (owed && settled === 0),
    unpaid: invented.length > 0 || (settled > 0 && !isPaidRight),
    wrong: [
      ...unseen.map(({ tradeNo }) => `${tradeNo} was paid and has no receipt, or two`),
      ...invented.map(({ transaction_id, outcome }) => `receipt ${transaction_id} (${outcome}) of no payment`),
      ...(row.payment === wanted ? [] : [`its payment should be ${wanted}`]),
      ...wrongRefunds(receipts, isCancelled),
      ...(kept === (owed ? total : 0) ? [] : [`the gateways hold ${kept} fen of it`]),
    ],
  };
}

function afterCancel(settled: number): string {
  return settled > 0 ? 'refunded' : 'closed';
}

function afterAll(owed: boolean): string {
  return owed ? 'paid' : 'awaiting';
}

/** What settled an order that stands is kept; everything else is back. */
function wrongRefunds(receipts: readonly ReceiptRow[], isCancelled: boolean): string[] {
  return receipts
    .filter(({ outcome, refund }) => refund !== (outcome === 'settled' && !isCancelled ? null : 'done'))
    .map(({ transaction_id, outcome, refund }) => `receipt ${transaction_id} (${outcome}), refund ${refund}`);
}

function isOf({ holder, transaction_id, amount }: ReceiptRow, { provider, paid }: Trade): boolean {
  return holder === provider && transaction_id === paid?.transactionId && amount === paid.amount;
}
