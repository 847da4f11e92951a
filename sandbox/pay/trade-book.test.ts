import { expect, test } from 'vitest';
import { feeOf } from './fee.ts';
import { TradeBook } from './trade-book.ts';

const AT = new Date('2026-11-21T02:00:00Z');
const LATER = new Date('2026-11-21T02:15:00Z');

function bookAt(start = AT) {
  const clock = { now: start };
  const book = new TradeBook(() => clock.now);
  const trade = book.open({
    provider: 'alipay',
    tradeNo: 'CB1P01',
    title: '数字证书',
    amount: 30_000,
    notifyUrl: undefined,
    expiresAt: LATER,
  });
  return { book, clock, trade };
}

test('a fee is 0.6 % to the nearest fen', () => {
  expect([1, 83, 84, 30_000, 30_083].map(feeOf)).toEqual([0, 0, 1, 180, 180]);
});

test('what has expired cannot be paid, nor can what was closed or paid', () => {
  const { book, clock, trade } = bookAt();
  clock.now = LATER;
  expect(book.pay(trade)).toBeUndefined();
  expect(book.find('alipay', 'CB1P01')?.state).toBe('closed');
  const other = bookAt();
  expect(other.book.pay(other.trade)?.state).toBe('paid');
  expect(other.book.pay(other.trade)).toBeUndefined();
  expect(other.book.close(other.trade)).toBeUndefined();
});

test('one refund number is one refund, and no more goes back than came in', () => {
  const { book, trade } = bookAt();
  const asked = (refundNo: string, amount: number) => ({ refundNo, amount, reason: '退款' });
  expect(book.refund(trade, asked('R1', 1))).toBeUndefined();
  book.pay(trade);
  const first = book.refund(trade, asked('R1', 10_000));
  expect(book.refund(trade, asked('R1', 10_000))?.refund).toBe(first?.refund);
  expect(book.refund(trade, asked('R1', 1))).toBeUndefined();
  expect(book.refund(trade, asked('R2', 20_001))).toBeUndefined();
  expect(book.refund(trade, asked('R2', 20_000))?.trade.refunds).toHaveLength(2);
});

test('the bill of a day in China adds up to the books, and a whole refund gives the whole fee back', () => {
  const { book, clock, trade } = bookAt(new Date('2026-11-21T15:59:00Z'));
  clock.now = new Date('2026-11-21T02:01:00Z');
  book.pay(trade);
  clock.now = new Date('2026-11-21T16:00:00Z');
  book.refund(trade, { refundNo: 'R1', amount: 333, reason: '退款' });
  book.refund(trade, { refundNo: 'R2', amount: 29_667, reason: '退款' });
  expect(book.linesOf('alipay', '2026-11-21').map(({ amount, fee }) => [amount, fee])).toEqual([[30_000, 180]]);
  const next = book.linesOf('alipay', '2026-11-22');
  expect(next.map(({ amount }) => amount)).toEqual([-333, -29_667]);
  expect(next.reduce((sum, { fee }) => sum + fee, 0)).toBe(-180);
  expect(book.books('alipay')).toEqual({ payments: 1, refunds: 2, paid: 30_000, refunded: 30_000, fees: 0 });
  expect(book.books('wechat').payments).toBe(0);
});
