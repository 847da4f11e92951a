import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { BookLine } from '../pay/book-lines.ts';
import { alipayTime } from './alipay-time.ts';

export interface BillOfDay {
  readonly sellerId: string;
  readonly day: string;
  readonly lines: readonly BookLine[];
  readonly now: Date;
}

const COLUMNS =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';
const SUM_COLUMNS =
  '门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）';

/** A zip of two CSV files in GBK: the lines of the day, and their sums. Each value has a tab behind it, as theirs have. */
export function billFile(bill: BillOfDay): Uint8Array {
  const name = `${bill.sellerId}0156_${bill.day.replaceAll('-', '')}`;
  return zipSync({
    [`${name}_业务明细.csv`]: gbk(details(bill)),
    [`${name}_业务明细(汇总).csv`]: gbk(sums(bill)),
  });
}

function details(bill: BillOfDay): string[] {
  const [payments, refunds] = [sumOf(bill.lines, 'payment'), sumOf(bill.lines, 'refund')];
  return [
    ...head('支付宝业务明细查询', bill),
    '#-----------------------------------------业务明细列表----------------------------------------',
    COLUMNS,
    ...bill.lines.map(line),
    '#-----------------------------------------业务明细列表结束------------------------------------',
    `#交易合计：${payments.count}笔，商家实收共${signedYuan(payments.amount)}元，商家优惠共0.00元`,
    `#退款合计：${refunds.count}笔，商家实收退款共${signedYuan(refunds.amount)}元，商家优惠退款共0.00元`,
    `#导出时间：[${exported(bill.now)}]`,
  ];
}

function line({ kind, trade, refund, amount, fee, at }: BookLine): string {
  const values = [
    trade.paid?.transactionId ?? '',
    trade.tradeNo,
    kind === 'payment' ? '交易' : '退款',
    quoted(trade.title),
    alipayTime(trade.openedAt),
    alipayTime(at),
    ...['', '', '', ''],
    '*人(159****5620)',
    signedYuan(amount),
    signedYuan(amount),
    ...['0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00', '0.00'],
    refund?.refundNo ?? '',
    // What is kept is taken off, what is given back is added.
    signedYuan(-fee),
    '0.00',
    quoted(refund?.reason ?? ''),
  ];
  return values.map((value) => `${value}\t`).join(',');
}

function sums(bill: BillOfDay): string[] {
  const [payments, refunds] = [sumOf(bill.lines, 'payment'), sumOf(bill.lines, 'refund')];
  const amount = payments.amount + refunds.amount;
  const fee = payments.fee + refunds.fee;
  const values = ['合计', '', String(payments.count), String(refunds.count), signedYuan(amount), signedYuan(amount)];
  return [
    ...head('支付宝业务汇总查询', bill),
    '#-----------------------------------------业务汇总列表----------------------------------------',
    SUM_COLUMNS,
    [...values, '0.00', '0.00', '0.00', signedYuan(-fee), '0.00', signedYuan(amount - fee)].join(','),
    '#-----------------------------------------业务汇总列表结束------------------------------------',
    `#导出时间：[${exported(bill.now)}]`,
  ];
}

function head(title: string, { sellerId, day }: BillOfDay): string[] {
  const date = day.replace('-', '年').replace('-', '月');
  return [`#${title}`, `#账号：[${sellerId}0156]`, `#起始日期：[${date}日 00:00:00]   终止日期：[${date}日 23:59:59]`];
}

function sumOf(lines: readonly BookLine[], kind: BookLine['kind']) {
  const those = lines.filter((one) => one.kind === kind);
  const sum = (of: 'amount' | 'fee') => those.reduce((total, one) => total + one[of], 0);
  return { count: those.length, amount: sum('amount'), fee: sum('fee') };
}

function exported(now: Date): string {
  const [day = '', time = ''] = alipayTime(now).split(' ');
  return `${day.replace('-', '年').replace('-', '月')}日 ${time}`;
}

function signedYuan(amount: number): string {
  const fen = Math.abs(amount);
  return `${amount < 0 ? '-' : ''}${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function gbk(lines: readonly string[]): Uint8Array {
  return iconv.encode(lines.map((one) => `${one}\r\n`).join(''), 'gbk');
}
