import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import { createLog } from '../../../online-service/create-log.ts';
import { callbackPath } from '../../../online-service/http/provider-callbacks.ts';
import { openPaymentSettings } from '../../../online-service/payments/open-payment-settings.ts';
import type { Notification } from '../../../sandbox/pay/notifier.ts';
import { writePaymentFiles } from '../../../scripts/world/payment-files.ts';
import type { Delivered } from '../../../tests/service/storm/deliver.ts';
import { openPaySide } from '../../../tests/service/storm/pay-side.ts';
import type { OrderPlan } from '../../../tests/service/storm/plan-orders.ts';
import { seedOrders } from '../../../tests/service/storm/seed-orders.ts';
import { seeded } from '../../../tests/service/storm/seeded.ts';
import { ServiceFleet } from '../../../tests/service/storm/service-fleet.ts';
import { spoil } from '../../../tests/service/storm/spoil.ts';
import { openStormDatabase } from '../../../tests/service/storm/storm-database.ts';

/** A signed notification, ready to be sent. */
export interface Callback extends Delivered {
  readonly url: URL;
  readonly isAcknowledged: Notification['isAcknowledged'];
}

/** Nobody polls meanwhile. */
const LOOK_AFTER_S = 3_600;
const LOOK_EVERY_MS = 50;
const random = seeded(1);

export type Till = Awaited<ReturnType<typeof openTill>>;

/** One process of the service over a database with so many orders that wait for their money, and both providers. */
export async function openTill(dir: string, orders: number) {
  const database = await openStormDatabase(dir);
  const paySide = await openPaySide(() => undefined);
  const waiting = await seedOrders(
    { database, paySide },
    Array.from({ length: orders }, (_, at) => planOf(at)),
  );
  const { url: databaseUrl, masterKeyLine } = database;
  const parts = { dir: join(dir, 'service'), databaseUrl, masterKeyLine, payments: paySide.settings, processes: 1 };
  const fleet = await ServiceFleet.start(parts);
  const address = fleet.somebody(random);
  const callbackOf = async (path?: string): Promise<Callback> => {
    const trade = waiting.pop()?.trades[0];
    const paid = trade && paySide.book.pay(trade);
    if (!paid) throw new Error('there are not so many orders');
    const news = await paySide.newsOf(paid);
    const { isAcknowledged } = news;
    return { ...news.make(), url: new URL(path ?? callbackPath(news.provider), address), isAcknowledged };
  };
  return {
    databaseUrl,
    /** First notifications of payments, half of each provider. Signed now, so they are good for five minutes. */
    async firstCallbacks(count: number): Promise<Callback[]> {
      const callbacks: Callback[] = [];
      while (callbacks.length < count) callbacks.push(await callbackOf());
      return callbacks;
    },
    /** What costs all that reading and verifying costs, and nothing more. */
    forged(callbacks: readonly Callback[]): Callback[] {
      return callbacks.map((callback) => {
        const provider = wayOf(callback.url);
        const request = { headers: callback.headers, body: String(callback.body) };
        return { ...callback, ...spoil(request, { provider, as: 'forged', random }), isAcknowledged: isRefusal };
      });
    },
    /** To an address at which nobody reads them. */
    unread(callbacks: readonly Callback[]): Callback[] {
      const url = new URL('/callbacks/nobody', address);
      return callbacks.map((callback) => ({ ...callback, url, isAcknowledged: ({ status }) => status === 404 }));
    },
    /** Waits until what was acknowledged is settled. */
    async settled(): Promise<void> {
      for (;;) {
        const { rows } = await database.pool.query('select 1 from payment_notification where ended_at is null limit 1');
        if (rows.length === 0) return;
        await pause(LOOK_EVERY_MS);
      }
    },
    /** Reads and verifies as the service does, with nothing else to do. */
    async reader(): Promise<(callback: Callback) => Promise<void>> {
      const files = await writePaymentFiles(join(dir, 'reader'), paySide.settings);
      const { CERTBRIDGE_ALIPAY_FILE: alipay = '', CERTBRIDGE_WECHAT_FILE: wechat = '' } = files;
      const around = { notifyUrl: () => address, now: () => new Date(), log: createLog('silent') };
      const { providers } = await openPaymentSettings({ alipay, wechat }, around);
      return async ({ url, headers, body }) => {
        const provider = providers[wayOf(url)];
        if (!(await provider?.read({ headers, body: Buffer.from(body) }))) throw new Error('not believed');
      };
    },
    async close() {
      await fleet.stop();
      await paySide.close();
      await database.close();
    },
  };
}

function wayOf({ pathname }: URL): CodeWay {
  return pathname === callbackPath('alipay') ? 'alipay' : 'wechat';
}

function isRefusal({ status }: { readonly status: number }): boolean {
  return status === 400 || status === 401;
}

function planOf(at: number): OrderPlan {
  const way = at % 2 === 0 ? 'alipay' : 'wechat';
  const total = 30_000;
  const codes = [{ way, state: 'open', pays: total, at: 0, told: true } as const];
  return { total, codes, cancelled: undefined, lookAfter: LOOK_AFTER_S };
}
