import { expect, test } from 'vitest';
import { readBill } from './read-bill.ts';
import { APPID, MCHID } from './testing/wechat-side.ts';

const HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const PAYMENT = `\`2026-01-08 10:34:56,\`${APPID},\`${MCHID},\`0,\`,\`4200001,\`CB26010800000001P01,\`openid,\`NATIVE,\`SUCCESS,\`OTHERS,\`CNY,\`300.00,\`0.00,\`0,\`0,\`0.00,\`0.00,\`,\`,\`证书，新办,含 UKey,\`,\`1.80000,\`0.60%,\`300.00,\`0.00,\``;
const REFUND = `\`2026-01-08 11:00:01,\`${APPID},\`${MCHID},\`0,\`,\`4200001,\`CB26010800000001P01,\`openid,\`NATIVE,\`REFUND,\`OTHERS,\`CNY,\`0.00,\`0.00,\`5030001,\`CB26010800000001P01R01,\`300.00,\`0.00,\`ORIGINAL,\`SUCCESS,\`证书,\`,\`-1.80000,\`0.60%,\`0.00,\`300.00,\``;
const SUMS =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n`2.0,`300.00,`300.00,`0.00,`0.00,`300.00,`300.00\n';
const settings = { mchid: MCHID, appid: APPID };
const bill = (...lines: string[]) => `\uFEFF${[HEAD, ...lines, SUMS].join('\r\n')}`;

test('a day’s payments and refunds, to the fen, with the fees that were kept and given back', () => {
  expect(readBill(bill(PAYMENT, REFUND), settings)).toEqual([
    {
      kind: 'payment',
      tradeNo: 'CB26010800000001P01',
      transactionId: '4200001',
      amount: 30_000,
      fee: 180,
      at: new Date('2026-01-08T02:34:56Z'),
    },
    {
      kind: 'refund',
      tradeNo: 'CB26010800000001P01',
      transactionId: '4200001',
      refundNo: 'CB26010800000001P01R01',
      amount: 30_000,
      fee: -180,
      at: new Date('2026-01-08T03:00:01Z'),
    },
  ]);
});

test('another app of the same account has its own books', () => {
  expect(readBill(bill(PAYMENT.replace(APPID, 'wx0000000000000000')), settings)).toEqual([]);
});

test('a refund that came to nothing has moved no money', () => {
  expect(readBill(bill(REFUND.replace('`ORIGINAL,`SUCCESS', '`ORIGINAL,`FAIL')), settings)).toEqual([]);
});

test.each([
  ['cut off before its sums', `${HEAD}\n${PAYMENT}`],
  ['with a line cut off', bill(PAYMENT.slice(0, 200))],
  ['without a column that is needed', bill(PAYMENT).replace('手续费', '费用')],
  ['with a state that nobody knows', bill(PAYMENT.replace('SUCCESS', 'STRANGE'))],
  ['with an amount that is no number', bill(PAYMENT.replaceAll('300.00', '3e2'))],
])('a bill %s is not believed in part', (_what, text) => {
  expect(() => readBill(text, settings)).toThrow('bill-not-understood');
});
