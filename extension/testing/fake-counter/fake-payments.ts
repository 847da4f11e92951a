import type { CodeWay, PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { chosenProduct } from '@certbridge/shared/domain/form/form-sections.ts';
import { priceOfOrder } from '@certbridge/shared/domain/order/price-of-order.ts';
import type { Asked, OperationName } from './fake-fetch.ts';
import type { FakeMoney } from './fake-money.ts';
import { type FakeOrder, offerOf } from './fake-order.ts';

export interface PaymentParts {
  readonly orders: ReadonlyMap<string, FakeOrder>;
  readonly after: (seconds: number) => string;
}

export const CODE_LIVES_SECONDS = 900;

const ACCOUNTS = {
  remittance: { name: '示例数字证书有限公司', number: '4100000000000000001', bank: '示例银行商丘分行' },
  treasury: { name: '示例数字证书有限公司', number: '4100000000000000002', bank: '示例银行商丘分行' },
};

type Answers = {
  [Name in OperationName & `${'payments' | 'invoices'}.${string}`]?: (asked: Asked) => Result<unknown>;
};

/** No money moves: somebody who draws or tests says what has come. */
export function fakePayments({ orders, after }: PaymentParts): Answers {
  let opened = 0;

  function withOrder(work: (order: FakeOrder, input: Asked['input']) => Result<unknown>) {
    return ({ input }: Asked): Result<unknown> => {
      const order = orders.get(String(input['id']));
      return order ? work(order, input) : fail('ORDER_UNKNOWN');
    };
  }

  return {
    'payments.read': withOrder((order) => ok(paymentOf(order))),
    'payments.check': withOrder((order) => ok(paymentOf(order))),
    'payments.open': withOrder((order, input) => {
      if (order.payment !== 'awaiting') return fail('PAYMENT_NOT_ASKED');
      const way = input['way'] as CodeWay;
      const money = moneyOf(order);
      const there = money.codes.find((code) => code.way === way && code.standing === 'open');
      if (there) return ok(paymentOf(order));
      opened += 1;
      const code = `https://qr.example.cn/${way}/${order.number}/${opened}`;
      const made = { way, standing: 'open' as const, code, expiresAt: after(CODE_LIVES_SECONDS) };
      money.codes = [...money.codes.filter((one) => one.way !== way), made];
      return ok(paymentOf(order));
    }),
    'payments.remit': withOrder((order, input) => {
      if (input['version'] !== order.version) return fail('ORDER_CHANGED');
      const money = moneyOf(order);
      money.transfer = { standing: 'handed-in', way: 'remittance', handedInAt: after(0) };
      return ok(paymentOf(order));
    }),
    'invoices.send': withOrder(() => ok({ to: 'o******r@example.cn' })),
  };
}

export function moneyOf(order: FakeOrder): FakeMoney {
  order.money ??= { codes: [], refunds: [], invoices: [] };
  return order.money;
}

function paymentOf(order: FakeOrder): PaymentView {
  const { id, number, version, payment, channel } = order;
  const { codes, transfer, refunds, invoices, paid, noWays } = moneyOf(order);
  const paymentWays = noWays ? [] : offerOf(order).paymentWays;
  const accounts = (['remittance', 'treasury'] as const)
    .filter((way) => paymentWays.includes(way))
    .map((way) => ({ way, ...ACCOUNTS[way] }));
  const toRemit = { accounts, remark: number, standing: 'to-remit' as const };
  return {
    orderId: id,
    orderNumber: number,
    orderVersion: version,
    payment,
    amount: priceOfOrder(offerOf(order), order)?.total ?? 0,
    product: chosenProduct(order)?.name ?? '',
    hotline: channel.hotline,
    codeWays: (['alipay', 'wechat'] as const).filter((way) => paymentWays.includes(way)),
    codes: payment === 'awaiting' ? codes : [],
    ...(accounts.length > 0 ? { transfer: { ...toRemit, ...transfer } } : {}),
    ...(paid ? { paidAt: paid.at, paidBy: paid.by } : {}),
    refunds,
    invoices,
  };
}

/** Money has come in: the order is paid, and goes to those who review it. */
export function payFake(order: FakeOrder, at: string): void {
  order.payment = 'paid';
  order.state = 'accepted';
  order.times = { ...order.times, paid: at };
  order.version += 1;
  moneyOf(order).paid = { at, by: 'alipay' };
}
