import { yuan } from '@certbridge/shared/domain/money.ts';
import type { DifferenceKind } from '../../reconciliation/bill-store.ts';
import type { Stores } from '../../stores.ts';
import { textTable } from '../text-table.ts';
import type { Listed } from './lists.ts';

const KINDS: Readonly<Record<DifferenceKind, string>> = {
  'payment-missing-here': '收款：我方没有 payment missing here',
  'payment-missing-there': '收款：对方没有 payment missing there',
  'payment-amount': '收款：金额不同 payment amount',
  'refund-missing-here': '退款：我方没有 refund missing here',
  'refund-missing-there': '退款：对方没有 refund missing there',
  'refund-amount': '退款：金额不同 refund amount',
};

/** What the providers' bills say otherwise than our books, until somebody has dealt with it. */
export async function listDifferences(stores: Stores): Promise<Listed> {
  const rows = (await stores.bills.open()).map(({ id, provider, day, what, reference, tradeNo, ours, theirs }) => ({
    id,
    provider,
    day,
    what,
    reference,
    trade: tradeNo,
    ours: ours === undefined ? '' : yuan(ours),
    theirs: theirs === undefined ? '' : yuan(theirs),
  }));
  const head = [
    'ID',
    '机构 by',
    '日期 day',
    '差异 what',
    '流水号 reference',
    '收款编号 trade',
    '我方 ours',
    '对方 theirs',
  ];
  const cells = rows.map((row) => [
    row.id,
    row.provider,
    row.day,
    KINDS[row.what],
    row.reference,
    row.trade,
    row.ours,
    row.theirs,
  ]);
  return { rows, table: textTable(head, cells), zh: '处与账单不同', en: 'differences from the bills' };
}
