import { percentile } from '../statistics.ts';
import { completeOrder, type OrderRun } from './complete-order.ts';

export interface Load {
  readonly ordersPerSecond: number;
  readonly orders: number;
  readonly stepP50: number;
  readonly stepP99: number;
}

/** So many customers, each beginning the next order when the last one is signed. */
export async function fullLoad(
  runs: readonly Omit<OrderRun, 'took'>[],
  { customers, seconds }: { readonly customers: number; readonly seconds: number },
): Promise<Load> {
  const steps: number[] = [];
  let orders = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const customer = async (at: number) => {
    const run = { ...pick(runs, at), took: (ms: number) => steps.push(ms) };
    while (performance.now() < until) {
      await completeOrder(run);
      orders += 1;
    }
  };
  await Promise.all(Array.from({ length: customers }, (_, at) => customer(at)));
  return figures(steps, orders, performance.now() - began);
}

/** Orders that arrive at a steady rate, whether the earlier ones are done or not. */
export async function steadyLoad(
  runs: readonly Omit<OrderRun, 'took'>[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Load> {
  const steps: number[] = [];
  const open = new Set<Promise<void>>();
  const began = performance.now();
  const total = Math.round(perSecond * seconds);
  for (let at = 0; at < total; at += 1) {
    await dueAt(began + (at * 1000) / perSecond);
    const one = completeOrder({ ...pick(runs, at), took: (ms) => steps.push(ms) }).finally(() => open.delete(one));
    open.add(one);
  }
  await Promise.all(open);
  return figures(steps, total, performance.now() - began);
}

function dueAt(moment: number): Promise<void> {
  const wait = moment - performance.now();
  return wait <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, wait));
}

function pick<Run>(runs: readonly Run[], at: number): Run {
  const run = runs[at % runs.length];
  if (!run) throw new Error('no service to load');
  return run;
}

function figures(steps: readonly number[], orders: number, ms: number): Load {
  return {
    ordersPerSecond: (orders * 1000) / ms,
    orders,
    stepP50: percentile(steps, 50),
    stepP99: percentile(steps, 99),
  };
}
