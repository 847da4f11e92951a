import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import type { BookLine } from '../book-lines.ts';
import { chinaClock } from './china-time.ts';
import { APPID, MCHID } from './wechat-keys.ts';

const HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const SUMS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** A day's bill in the provider's form: a back-tick before each cell, yuan, and the sums at the end. */
export function billText(lines: readonly BookLine[]): string {
  const paid = sumOf(lines.filter(({ kind }) => kind === 'payment').map(({ amount }) => amount));
  const back = -sumOf(lines.filter(({ kind }) => kind === 'refund').map(({ amount }) => amount));
  const fees = sumOf(lines.map(({ fee }) => fee));
  const sums = [String(lines.length), yuan(paid), yuan(back), '0.00', signed(fees), yuan(paid), yuan(back)];
  return `\uFEFF${[HEAD, ...lines.map(rowOf), SUMS, ticked(sums), ''].join('\r\n')}`;
}

function rowOf({ kind, trade, refund, amount, fee, at }: BookLine): string {
  const isPayment = kind === 'payment';
  const [income, out] = isPayment ? [yuan(amount), '0.00'] : ['0.00', yuan(-amount)];
  const back = isPayment
    ? ['0', '0', '0.00', '0.00', '', '']
    : [refund?.refundId ?? '', refund?.refundNo ?? '', out, '0.00', 'ORIGINAL', 'SUCCESS'];
  return ticked([
    `${chinaDate(at)} ${chinaClock(at)}`,
    APPID,
    MCHID,
    '0',
    '',
    trade.paid?.transactionId ?? '',
    trade.tradeNo,
    trade.paid?.buyer ?? '',
    'NATIVE',
    isPayment ? 'SUCCESS' : 'REFUND',
    'OTHERS',
    'CNY',
    income,
    '0.00',
    ...back,
    trade.title,
    '',
    `${signed(fee)}000`,
    '0.60%',
    income,
    out,
    '',
  ]);
}

function ticked(cells: readonly string[]): string {
  return cells.map((cell) => `\`${cell}`).join(',');
}

function signed(amount: number): string {
  return amount < 0 ? `-${yuan(-amount)}` : yuan(amount);
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
