import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { Fen } from '@certbridge/shared/domain/money.ts';
import type { Seeded } from './seeded.ts';

/** One QR of an order, and what its payer does with it. */
export interface CodePlan {
  readonly way: CodeWay;
  /** `closed`: it was replaced, and somebody still has its picture. */
  readonly state: 'open' | 'closed';
  /** Undefined: nobody pays. */
  readonly pays: Fen | undefined;
  /** When it is paid, from 0 (the storm begins) to 1 (it ends). */
  readonly at: number;
  /** False: no notification of it ever arrives. */
  readonly told: boolean;
}

export interface OrderPlan {
  readonly total: Fen;
  readonly codes: readonly CodePlan[];
  /** When the applicant cancels. */
  readonly cancelled: number | undefined;
  /** After how many seconds somebody looks after its codes for the first time. */
  readonly lookAfter: number;
}

const WAYS = ['alipay', 'wechat'] as const;
/** Of a thousand orders. */
const SHARES = { once: 680, both: 80, 'old-code': 30, wrong: 50, cancelled: 60, never: 60, silent: 40 } as const;
type Kind = keyof typeof SHARES;
/** Time for the notifications of the last payments. */
const LAST_PAYMENT = 0.85;

/** So many payments, and with them some orders that nobody pays. */
export function planOrders(random: Seeded, payments: number): OrderPlan[] {
  const orders: OrderPlan[] = [];
  for (let planned = 0; planned < payments; ) {
    const order = planOrder(random);
    orders.push(order);
    planned += order.codes.filter(({ pays }) => pays !== undefined).length;
  }
  return orders;
}

function planOrder(random: Seeded): OrderPlan {
  const kind = kindOf(random);
  const total = 100 + random.below(60_000);
  const at = random.next() * LAST_PAYMENT;
  const isEager = kind === 'silent' || random.below(5) === 0;
  const cancelled = kind === 'cancelled' ? Math.max(0, at + (random.next() - 0.5) / 20) : undefined;
  const lookAfter = isEager ? 5 + random.below(60) : 600 + random.below(1_200);
  return { total, codes: codesOf(kind, random, { total, at }), cancelled, lookAfter };
}

function codesOf(kind: Kind, random: Seeded, { total, at }: { readonly total: Fen; readonly at: number }): CodePlan[] {
  const way = random.pick(WAYS);
  const other = way === 'alipay' ? 'wechat' : 'alipay';
  const code = { way, state: 'open', pays: total, at, told: true } as const;
  switch (kind) {
    case 'once':
      return random.below(3) === 0 ? [code, { ...code, way: other, pays: undefined }] : [code];
    case 'both':
      // A QR of Alipay that we have closed can still be paid, and then only a notification or the bill tells.
      return [
        code,
        { ...code, way: other, at: at + random.next() / 500, told: other === 'alipay' || random.below(4) > 0 },
      ];
    case 'old-code':
      return [
        { ...code, way: 'alipay', state: 'closed', at: at + random.next() / 50 },
        { ...code, way: 'alipay' },
      ];
    case 'wrong': {
      const wrong = { ...code, pays: total + random.pick([-1, 1, 100]) };
      return random.below(2) === 0 ? [wrong] : [wrong, { ...code, way: other, at: at + 1 / 500 }];
    }
    case 'cancelled':
      return [code];
    case 'never':
      return [{ ...code, pays: undefined }];
    case 'silent':
      return [{ ...code, told: false }];
    default:
      return kind satisfies never;
  }
}

function kindOf(random: Seeded): Kind {
  let left = random.below(1_000);
  for (const [kind, share] of Object.entries(SHARES)) {
    if (left < share) return kind as Kind;
    left -= share;
  }
  return 'once';
}
