import { PAY_PROVIDERS, type PayProvider } from '../../../sandbox/pay/trade.ts';
import type { TradeBook } from '../../../sandbox/pay/trade-book.ts';
import { judgeOrder, type OrderRow, type ReceiptRow } from './judge-order.ts';
import type { PaySide } from './pay-side.ts';
import type { SeededOrder } from './seed-orders.ts';
import type { StormDatabase } from './storm-database.ts';

/** The gateways' books against ours, order by order and in all. */
export interface Findings {
  readonly books: Readonly<Record<PayProvider, ReturnType<TradeBook['books']>>>;
  readonly receipts: Readonly<Record<string, number>>;
  readonly foundBy: Readonly<Record<string, number>>;
  readonly refunds: Readonly<Record<string, number>>;
  readonly settledOnce: number;
  readonly unsettled: number;
  readonly settledUnpaid: number;
  readonly settledTwice: number;
  /** By how much we and the gateways disagree, over both providers, in fen. */
  readonly difference: number;
  readonly ledgerSum: number;
  /** What is wrong, in words. */
  readonly wrong: readonly string[];
}

export async function findOut(
  database: StormDatabase,
  paySide: PaySide,
  orders: readonly SeededOrder[],
): Promise<Findings> {
  const { rows: receipts } = await database.pool.query<ReceiptRow>(
    `select r.holder, r.transaction_id, r.order_id, r.amount, r.outcome, r.found_by, refund.state as refund
     from receipt r left join refund on refund.receipt_id = r.id`,
  );
  const { rows } = await database.pool.query<OrderRow>(
    `select o.id, o.number, o.state, o.payment, (select count(*) from order_event e
      where e.order_id = o.id and e.event = 'settle') as settles from "order" o`,
  );
  const ofOrder = Map.groupBy(receipts, ({ order_id }) => order_id ?? '');
  const stored = new Map(rows.map((row) => [row.id, row]));
  const wrong: string[] = [];
  const counts = { settledOnce: 0, unsettled: 0, settledUnpaid: 0, settledTwice: 0 };
  for (const { id, trades, plan } of orders) {
    const row = stored.get(id);
    if (!row) throw new Error('an order that was seeded is not there');
    const now = trades.flatMap(({ provider, tradeNo }) => paySide.book.find(provider, tradeNo) ?? []);
    const verdict = judgeOrder({ row, trades: now, receipts: ofOrder.get(id) ?? [], total: plan.total });
    counts.settledOnce += verdict.settled === 1 ? 1 : 0;
    counts.settledTwice += verdict.settled > 1 ? 1 : 0;
    counts.unsettled += verdict.unsettled ? 1 : 0;
    counts.settledUnpaid += verdict.unpaid ? 1 : 0;
    wrong.push(...verdict.wrong.map((what) => `${row.number} (${row.state}, ${row.payment}): ${what}`));
  }
  const strays = ofOrder.get('')?.length ?? 0;
  if (strays > 0) wrong.push(`${strays} receipts that belong to no order`);
  const ledger = await database.transact(async (stores) => ({
    balances: await stores.ledger.balances(),
    outOfBalance: await stores.ledger.ordersOutOfBalance(20),
  }));
  wrong.push(...ledger.outOfBalance.map((number) => `${number}: the ledger says something else than the order`));
  const books = { alipay: paySide.book.books('alipay'), wechat: paySide.book.books('wechat') };
  return {
    ...counts,
    books,
    receipts: tallyOf(receipts.map(({ outcome }) => outcome)),
    foundBy: tallyOf(receipts.map(({ found_by }) => found_by)),
    refunds: tallyOf(receipts.flatMap(({ refund }) => refund ?? [])),
    difference: sum(
      PAY_PROVIDERS.map((way) => Math.abs(ledger.balances[way] - (books[way].paid - books[way].refunded))),
    ),
    ledgerSum: sum(Object.values(ledger.balances)),
    wrong,
  };
}

function tallyOf(words: readonly string[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const word of words) tally[word] = (tally[word] ?? 0) + 1;
  return tally;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
