import { randomUUID } from 'node:crypto';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import { tradeNumber } from '@certbridge/shared/domain/payment/trade-number.ts';
import type { Stores } from '../../../online-service/stores.ts';
import { UNIT_FIELDS } from '../../../online-service/testing/unit-fields.ts';
import type { Trade } from '../../../sandbox/pay/trade.ts';
import type { PaySide } from './pay-side.ts';
import type { OrderPlan } from './plan-orders.ts';
import type { StormDatabase } from './storm-database.ts';

export interface SeededOrder {
  readonly id: string;
  readonly plan: OrderPlan;
  /** As opened, one for each of the plan's codes. */
  readonly trades: readonly Trade[];
}

export interface Seeding {
  readonly database: StormDatabase;
  readonly paySide: PaySide;
}

const IN_ONE_TRANSACTION = 50;
const AT_ONCE = 4;
/** Nothing expires before the storm is over; then time is made to pass. */
const CODES_LIVE_MS = 3 * 3_600_000;

/** Signed orders that wait for their money, as the service itself would have stored them, and their trades. */
export async function seedOrders(seeding: Seeding, plans: readonly OrderPlan[]): Promise<SeededOrder[]> {
  const orders: SeededOrder[] = [];
  let next = 0;
  const work = async () => {
    while (next < plans.length) {
      const from = next;
      next += IN_ONE_TRANSACTION;
      const batch = plans.slice(from, next);
      const seeded = await seeding.database.transact(async (stores) => {
        const made: Omit<SeededOrder, 'trades'>[] = [];
        const collected: { readonly order: number; readonly trade: Parameters<PaySide['open']>[0] }[] = [];
        for (const plan of batch) {
          const { id, number } = await addOrder(stores, seeding, plan);
          for (const trade of await addCollections(stores, { id, number, plan }))
            collected.push({ order: made.length, trade });
          made.push({ id, plan });
        }
        return { made, collected };
      });
      for (const [at, order] of seeded.made.entries()) {
        const own = seeded.collected.filter((one) => one.order === at);
        orders[from + at] = { ...order, trades: own.map(({ trade }) => seeding.paySide.open(trade)) };
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return orders;
}

async function addOrder(stores: Stores, { database: { channel } }: Seeding, plan: OrderPlan) {
  const { total } = plan;
  const createdAt = new Date();
  const price = { lines: [{ what: 'service' as const, count: 1, each: total, amount: total }], total };
  const id = randomUUID();
  const number = await stores.orders.add({
    id,
    channel,
    business: 'new-unit',
    holder: 'unit',
    createdAt,
    fields: UNIT_FIELDS,
    agreements: [...AGREEMENTS],
    price,
  });
  const begun = await stores.orders.find(id);
  if (!begun) throw new Error('an order that was added is not there');
  const times = { signed: createdAt.toISOString() };
  await stores.orders.change(
    begun,
    { state: 'signed', payment: 'awaiting', times },
    { event: 'sign', by: 'applicant' },
  );
  return { id, number };
}

async function addCollections(
  stores: Stores,
  { id, number, plan }: { readonly id: string; readonly number: string; readonly plan: OrderPlan },
): Promise<Parameters<PaySide['open']>[0][]> {
  const now = Date.now();
  const expiresAt = new Date(now + CODES_LIVE_MS);
  const trades: Parameters<PaySide['open']>[0][] = [];
  for (const [at, { way, state }] of plan.codes.entries()) {
    const tradeNo = tradeNumber(number, at + 1);
    const lookAt = state === 'open' ? new Date(now + plan.lookAfter * 1_000) : undefined;
    const createdAt = new Date(now + at);
    const amount = plan.total;
    await stores.collections.add({ orderId: id, way, tradeNo, amount, state, expiresAt, lookAt, createdAt });
    trades.push({ provider: way, tradeNo, amount, expiresAt });
  }
  return trades;
}
