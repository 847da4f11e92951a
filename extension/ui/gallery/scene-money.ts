import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { FakeCounter } from '../../testing/fake-counter/fake-counter.ts';
import type { FakeOrder } from '../../testing/fake-counter/fake-order.ts';
import { moneyOf, payFake } from '../../testing/fake-counter/fake-payments.ts';

/** How the money of an order stands in a drawing. */
export type MoneyScene = 'over' | 'away' | 'no-way' | 'wrong-amount' | 'handed-in' | 'not-found' | 'paid' | 'invoiced';

const AT = '2025-11-21T02:40:00.000Z';
const HANDED_IN = { way: 'remittance', handedInAt: AT } as const;
const MISSED = '账户 11 月 21 日没有收到这笔款，请核对账号。';
const BACK: PaymentView['refunds'][number] = {
  amount: 100,
  reason: 'wrong-amount',
  standing: 'asked',
  way: 'wechat',
  at: AT,
};

export function sceneMoney(counter: FakeCounter, order: FakeOrder, scene: MoneyScene): void {
  const money = moneyOf(order);
  const { instead } = counter;
  switch (scene) {
    case 'over':
      money.codes = (['alipay', 'wechat'] as const).map((way) => ({ way, standing: 'over', expiresAt: AT }));
      instead['payments.open'] = (asked) => counter.answer({ ...asked, name: 'payments.read', onceKey: undefined });
      return;
    case 'away':
      money.codes = [{ way: 'alipay', standing: 'open', code: 'https://qr.example.cn/a1', expiresAt: soon() }];
      instead['payments.open'] = (asked) =>
        asked.input['way'] === 'wechat'
          ? fail('PAYMENT_PROVIDER_AWAY')
          : counter.answer({ ...asked, name: 'payments.read', onceKey: undefined });
      return;
    case 'no-way':
      money.noWays = true;
      return;
    case 'wrong-amount':
      money.refunds = [BACK];
      return;
    case 'handed-in':
      money.transfer = { ...HANDED_IN, standing: scene };
      return;
    case 'not-found':
      money.transfer = { ...HANDED_IN, standing: scene, reason: MISSED };
      return;
    case 'paid':
    case 'invoiced':
      payFake(order, AT);
      money.refunds = [{ ...BACK, amount: 40_000, reason: 'second', standing: 'done' }];
      money.invoices = [
        scene === 'paid'
          ? { kind: 'blue', standing: 'asked', at: AT }
          : { kind: 'blue', standing: 'issued', number: '25412000000012345678', at: AT },
      ];
  }
}

function soon(): string {
  return new Date(Date.now() + 540_000).toISOString();
}
