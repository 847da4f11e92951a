import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { PaymentProviderAway } from '../payment-provider.ts';
import { readBill } from './read-bill.ts';

/** "支付宝业务明细查询" and so on, as Node cannot write GBK: byte for byte what Alipay's file has. */
const GBK: Readonly<Record<string, string>> = {
  业务明细列表结束: 'd2b5cef1c3f7cfb8c1d0b1edbde1caf8',
  业务汇总列表: 'd2b5cef1bbe3d7dcc1d0b1ed',
  业务明细列表: 'd2b5cef1c3f7cfb8c1d0b1ed',
  支付宝交易号: 'd6a7b8b6b1a6bdbbd2d7bac5',
  商户订单号: 'c9ccbba7b6a9b5a5bac5',
  业务类型: 'd2b5cef1c0e0d0cd',
  完成时间: 'cdeab3c9cab1bce4',
  订单金额: 'b6a9b5a5bdf0b6ee',
  '退款批次号/请求号': 'cdcbbfeec5fab4cebac52fc7ebc7f3bac5',
  服务费: 'b7fecef1b7d1',
  '（元）': 'a3a8d4aaa3a9',
  交易: 'bdbbd2d7',
  退款: 'cdcbbfee',
  其他: 'c6e4cbfb',
};

/** The longest names first. */
function gbk(text: string): Uint8Array {
  const names = Object.keys(GBK).sort((one, other) => other.length - one.length);
  const parts = text.split(new RegExp(`(${names.map((name) => name.replace('/', '\\/')).join('|')})`));
  return Buffer.concat(parts.map((part) => Buffer.from(GBK[part] ?? part, GBK[part] ? 'hex' : 'latin1')));
}

const HEAD = '支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）';
const PAYMENT = '2026112122001400000001\t,CB1P01\t,交易\t,2026-11-21 10:00:01\t,300.00\t,\t,-1.80\t';
const REFUND = '2026112122001400000001\t,CB1P01\t,退款\t,2026-11-21 11:00:01\t,-100.00\t,CB1P01R01\t,0.60\t';
const END = '#---业务明细列表结束---';

function zipOf(...lines: string[]): Uint8Array {
  return zipSync({
    'sums.csv': gbk('#---业务汇总列表---\r\n1,2,3\r\n'),
    'details.csv': gbk(['#---业务明细列表---', ...lines].map((line) => `${line}\r\n`).join('')),
  });
}

const reasonOf = (zip: Uint8Array) => {
  try {
    return readBill(zip);
  } catch (fault) {
    return fault instanceof PaymentProviderAway ? fault.code : fault;
  }
};

test('payments and refunds, with what Alipay keeps and what it gives back', () => {
  const common = { tradeNo: 'CB1P01', transactionId: '2026112122001400000001' };
  expect(readBill(zipOf(HEAD, PAYMENT, REFUND, END))).toEqual([
    { kind: 'payment', ...common, amount: 30_000, fee: 180, at: new Date('2026-11-21T02:00:01Z') },
    {
      kind: 'refund',
      ...common,
      amount: 10_000,
      refundNo: 'CB1P01R01',
      fee: -60,
      at: new Date('2026-11-21T03:00:01Z'),
    },
  ]);
});

test('a day without lines is a bill, too', () => {
  expect(readBill(zipOf(HEAD, END))).toEqual([]);
});

describe('what is not understood', () => {
  test.each<[string, Uint8Array]>([
    ['no zip', Buffer.from('<html>')],
    ['half a zip', zipOf(HEAD, PAYMENT, END).subarray(0, 200)],
    ['a list without its end', zipOf(HEAD, PAYMENT)],
    ['no list', zipSync({ 'sums.csv': gbk('#---业务汇总列表---') })],
    ['another column', zipOf(HEAD.replace('服务费', ''), PAYMENT, END)],
    ['another kind', zipOf(HEAD, PAYMENT.replace('交易', '其他'), END)],
    ['a sum with three decimals', zipOf(HEAD, PAYMENT.replace('300.00', '300.005'), END)],
    ['a refund without its number', zipOf(HEAD, REFUND.replace('CB1P01R01', ''), END)],
    ['a row that is cut', zipOf(HEAD, PAYMENT.slice(0, 60), END)],
  ])('%s', (_what, zip) => {
    expect(reasonOf(zip)).toBe('bill-not-understood');
  });
});
