import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import type { MoneyHolder } from '@certbridge/shared/domain/payment/postings.ts';
import type { RefundReason } from '@certbridge/shared/domain/payment/receipt-outcome.ts';
import type { PaymentWay } from '../../payments/collection.ts';
import type { Stores } from '../../stores.ts';
import { textTable } from '../text-table.ts';

export interface Listed {
  readonly rows: readonly object[];
  readonly table: string;
  /** What they are. */
  readonly zh: string;
  readonly en: string;
}

const WAYS: Partial<Readonly<Record<PaymentWay, string>>> = { remittance: '银行汇款 bank', treasury: '国库 treasury' };

export async function listRemittances(stores: Stores): Promise<Listed> {
  const waiting = await stores.remittances.waiting();
  const rows = waiting.map(({ orderNumber, collection, way, remittance }) => ({
    trade: collection.tradeNo,
    order: orderNumber,
    amount: yuan(collection.amount),
    way,
    payer: remittance.payer,
    paidOn: remittance.paidOn,
    handedIn: chinaDate(remittance.handedInAt),
  }));
  const head = [
    '收款编号 trade',
    '订单 order',
    '金额（元） yuan',
    '方式 way',
    '付款人 payer',
    '汇款日 paid on',
    '登记日 handed in',
  ];
  const cells = rows.map((row) => [
    row.trade,
    row.order,
    row.amount,
    WAYS[row.way] ?? row.way,
    row.payer,
    row.paidOn,
    row.handedIn,
  ]);
  return { rows, table: textTable(head, cells), zh: '笔汇款等待核对', en: 'remittances to be looked for' };
}

const REASONS: Readonly<Record<RefundReason, string>> = {
  cancelled: '订单取消 cancelled',
  second: '重复付款 second',
  late: '付款太晚 late',
  'wrong-amount': '金额不符 wrong amount',
};
const HOLDERS: Readonly<Record<MoneyHolder, string>> = {
  alipay: '支付宝 Alipay',
  wechat: '微信支付 WeChat Pay',
  bank: '银行 bank',
};

export async function listRefunds(stores: Stores): Promise<Listed> {
  const rows: {
    refund: string;
    order: string;
    amount: string;
    holder: MoneyHolder;
    reason: RefundReason;
    since: string;
  }[] = [];
  for (const refund of await stores.refunds.stuck()) {
    const receipt = await stores.receipts.find(refund.receiptId);
    const order = await stores.orders.find(refund.orderId);
    rows.push({
      refund: refund.refundNo,
      order: order?.number ?? '',
      amount: yuan(refund.amount),
      holder: receipt?.holder ?? 'bank',
      reason: refund.reason,
      since: chinaDate(refund.createdAt),
    });
  }
  const head = ['退款编号 refund', '订单 order', '金额（元） yuan', '经由 by', '原因 reason', '日期 since'];
  const cells = rows.map((row) => [
    row.refund,
    row.order,
    row.amount,
    HOLDERS[row.holder],
    REASONS[row.reason],
    row.since,
  ]);
  return { rows, table: textTable(head, cells), zh: '笔退款等待人工处理', en: 'refunds that need somebody' };
}

export async function listInvoices(stores: Stores): Promise<Listed> {
  const waiting = await stores.invoices.waiting();
  const rows = waiting.map(({ id, orderNumber, kind, state, total, tries, createdAt }) => ({
    id,
    order: orderNumber,
    kind,
    state,
    amount: yuan(total),
    tries,
    since: chinaDate(createdAt),
  }));
  const head = ['ID', '订单 order', '种类 kind', '状态 state', '金额（元） yuan', '次数 tries', '日期 since'];
  const cells = rows.map((row) => [
    row.id,
    row.order,
    row.kind === 'blue' ? '蓝字 blue' : '红字 red',
    row.state === 'stuck' ? '搁置 stuck' : '等待 waiting',
    row.amount,
    String(row.tries),
    row.since,
  ]);
  return { rows, table: textTable(head, cells), zh: '张发票还没有开出', en: 'invoices not issued yet' };
}
