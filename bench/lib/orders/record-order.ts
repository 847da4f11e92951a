import { join } from 'node:path';
import pg from 'pg';
import { startService } from '../../../online-service/service.ts';
import { testConfig } from '../../../online-service/testing/test-config.ts';
import { completeOrder, type OrderRun } from './complete-order.ts';
import { OrderClient } from './order-client.ts';
import type { ServiceSettings } from './services.ts';

/** One statement as it left for the database. */
export interface Recorded {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements of some orders, each made alone by a service in this process. Those of the bench's own are among them. */
export async function recordOrders(
  count: number,
  settings: ServiceSettings,
  run: Pick<OrderRun, 'pool' | 'index'>,
): Promise<readonly (readonly Recorded[])[]> {
  const service = await startService(
    testConfig(join(settings.dir, 'recorded'), {
      databaseUrl: settings.databaseUrl,
      masterKeys: { text: settings.masterKeys },
      trustedProxies: ['127.0.0.1'],
      logLevel: 'silent',
    }),
  );
  const client = new OrderClient(service.url);
  const order = () => completeOrder({ ...run, client, took: () => undefined });
  try {
    // What is frozen once for all orders is no part of one.
    await order();
    const orders: (readonly Recorded[])[] = [];
    while (orders.length < count) orders.push(await statementsDuring(order));
    return orders;
  } finally {
    client.close();
    await service.stop();
  }
}

async function statementsDuring(work: () => Promise<void>): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  const { query } = pg.Client.prototype;
  const recording = function (this: pg.Client, ...given: unknown[]): unknown {
    const one = recordedOf(given);
    if (one && !one.text.includes('jobs.')) recorded.push(one);
    return Reflect.apply(query, this, given);
  };
  Object.assign(pg.Client.prototype, { query: recording });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  return recorded;
}

function recordedOf([asked, values]: readonly unknown[]): Recorded | undefined {
  if (typeof asked === 'string') return { text: asked, values: Array.isArray(values) ? values : [] };
  if (typeof asked !== 'object' || asked === null || !('text' in asked) || typeof asked.text !== 'string') return;
  return { text: asked.text, values: 'values' in asked && Array.isArray(asked.values) ? asked.values : [] };
}
