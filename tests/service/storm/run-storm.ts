import { setTimeout as pause } from 'node:timers/promises';
import type { Notification } from '../../../sandbox/pay/notifier.ts';
import { type Findings, findOut } from './findings.ts';
import { openPaySide } from './pay-side.ts';
import { planDeliveries } from './plan-deliveries.ts';
import { planOrders } from './plan-orders.ts';
import { StormRunner } from './run-deliveries.ts';
import { seedOrders } from './seed-orders.ts';
import { seeded } from './seeded.ts';
import { ServiceFleet } from './service-fleet.ts';
import { openStormDatabase } from './storm-database.ts';
import { newTally, type Tally } from './tally.ts';
import { waitForCalm } from './wait-for-calm.ts';

export interface StormSize {
  readonly seed: number;
  readonly payments: number;
  readonly notifications: number;
  readonly processes: number;
  /** So that a small storm lasts long enough for somebody to die in it. */
  readonly mostPerSecond?: number;
}

export interface StormAround {
  /** A folder for everything, removed by whoever made it. */
  readonly dir: string;
  readonly told: (line: string) => void;
}

export interface StormReport extends Findings {
  readonly orders: number;
  readonly tally: Tally;
  readonly kills: number;
  /** Of the deliveries alone. */
  readonly seconds: number;
  readonly complaints: ReadonlyMap<string, number>;
  /** Work that was still to be done when nothing changed any more. */
  readonly left: number;
}

const AT_ONCE = 24;
const TOLD_EVERY = 5_000;

/** Notifications over a service whose processes die, and afterwards everybody's books. */
export async function runStorm(size: StormSize, { dir, told }: StormAround): Promise<StormReport> {
  const random = seeded(size.seed);
  const plans = planOrders(random, size.payments);
  const events = planDeliveries(random, plans, size);
  const news: Notification[] = [];
  const database = await openStormDatabase(dir);
  const paySide = await openPaySide((notification) => news.push(notification));
  const closing: (() => Promise<unknown>)[] = [() => database.close(), () => paySide.close()];
  try {
    told(`${plans.length} orders…`);
    const orders = await seedOrders({ database, paySide }, plans);
    const { url: databaseUrl, masterKeyLine } = database;
    const { settings: payments } = paySide;
    const fleet = await ServiceFleet.start({ ...size, dir, databaseUrl, masterKeyLine, payments });
    closing.push(() => fleet.stop());
    const tally = newTally();
    const somebody = () => fleet.somebody(random);
    const runner = new StormRunner({ random, database, paySide, orders, news, somebody }, tally);
    const began = performance.now();
    const calm = new AbortController();
    const rage = fleet.rage(seeded(size.seed + 1), calm.signal);
    let next = 0;
    const work = async () => {
      for (let event = events[next]; event; event = events[next]) {
        next += 1;
        if (next % TOLD_EVERY === 0) told(`${next} of ${events.length}, ${fleet.kills} kills`);
        const wait = began + (next * 1_000) / (size.mostPerSecond ?? Number.POSITIVE_INFINITY) - performance.now();
        if (wait > 0) await pause(wait);
        await runner.run(event);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const seconds = (performance.now() - began) / 1_000;
    calm.abort();
    await rage;
    await runner.tellUnacknowledged();
    const meanwhile = async () => {
      while (news.length > 0) await runner.tellNews();
    };
    const left = await waitForCalm({ database, paySide, meanwhile, told });
    const findings = await findOut(database, paySide, orders);
    const { kills, complaints } = fleet;
    return { ...findings, orders: orders.length, tally, kills, seconds, complaints, left };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}
