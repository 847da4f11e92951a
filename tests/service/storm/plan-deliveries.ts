import type { OrderPlan } from './plan-orders.ts';
import type { Seeded } from './seeded.ts';

/** The place of a QR in the plan. */
export interface CodeAt {
  readonly order: number;
  readonly code: number;
}

/** `forged`: by somebody else's key. `altered`: a byte changed after signing. `probe`: a wrong signature on purpose. */
export const SPOILED = ['forged', 'altered', 'probe'] as const;
export type Spoiled = (typeof SPOILED)[number];

export type StormEvent =
  | { readonly at: number; readonly what: 'pay'; readonly about: CodeAt }
  | { readonly at: number; readonly what: 'cancel'; readonly order: number }
  | { readonly at: number; readonly what: 'tell'; readonly about: CodeAt; readonly as: 'genuine' | Spoiled };

/** Of a hundred notifications. */
const SPOILED_OF_HUNDRED = { forged: 4, altered: 4, probe: 1 } as const;
/** Most repetitions follow soon, some very late. */
const USUAL_DELAY = 0.03;

/** Everything that happens, in the order in which it does: notifications overtake each other, and repeat. */
export function planDeliveries(
  random: Seeded,
  orders: readonly OrderPlan[],
  { notifications }: { readonly notifications: number },
): StormEvent[] {
  const codes = orders.flatMap(({ codes: all }, order) => all.map((plan, code) => ({ plan, about: { order, code } })));
  const events: StormEvent[] = codes.flatMap(({ plan, about }) =>
    plan.pays === undefined ? [] : [{ at: plan.at, what: 'pay' as const, about }],
  );
  for (const [order, { cancelled }] of orders.entries())
    if (cancelled !== undefined) events.push({ at: cancelled, what: 'cancel', order });
  let left = notifications;
  for (const as of SPOILED) {
    const aims = as === 'probe' ? codes.filter(({ plan }) => plan.way === 'wechat') : codes;
    const count = Math.round((notifications * SPOILED_OF_HUNDRED[as]) / 100);
    for (let sent = 0; sent < count; sent += 1, left -= 1)
      events.push({ at: random.next(), what: 'tell', about: random.pick(aims).about, as });
  }
  const told = codes.filter(({ plan }) => plan.pays !== undefined && plan.told);
  for (let sent = 0; sent < left; sent += 1) {
    // Each payment in turn, so that none goes without.
    const { plan, about } = told[sent % told.length] ?? random.pick(told);
    events.push({ at: laterThan(plan.at, random), what: 'tell', about, as: 'genuine' });
  }
  return events.sort((one, other) => one.at - other.at);
}

function laterThan(at: number, random: Seeded): number {
  const delay = random.below(10) === 0 ? random.next() * (1 - at) : -Math.log(1 - random.next()) * USUAL_DELAY;
  return Math.min(at + delay, 1);
}
