import pg from 'pg';
import type { Logger } from 'pino';
import { safeFault } from '../problems/safe-fault.ts';
import { ORDER_CHANGED } from '../storage/order-records.ts';

/** Tells who watches an order that somebody else has changed it, whichever process of the service that was. */
export interface OrderChanges {
  watch(orderId: string, changed: () => void): () => void;
  stop(): Promise<void>;
}

const AGAIN_AFTER_MS = 2_000;

/** One connection that listens for all; begun with the first watcher, begun again when it breaks. */
export function orderChanges(databaseUrl: string, log: Logger): OrderChanges {
  const watchers = new Map<string, Set<() => void>>();
  let listening: pg.Client | undefined;
  let stopped = false;
  const tell = (orderId: string | undefined) => {
    const told = orderId === undefined ? [...watchers.values()] : [watchers.get(orderId) ?? []];
    for (const each of told) for (const changed of each) changed();
  };
  const listen = async () => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'certbridge changes',
      keepAlive: true,
    });
    listening = client;
    client.on('notification', ({ payload }) => tell(payload));
    // More than once: what breaks may say so again, and unheard it would end the process.
    client.on('error', (fault) => {
      log.warn({ fault: safeFault(fault) }, 'the line on which changes of orders are heard broke');
      void client.end().catch(() => undefined);
    });
    client.once('end', () => {
      if (listening !== client) return;
      listening = undefined;
      if (!stopped && watchers.size > 0) setTimeout(begin, AGAIN_AFTER_MS).unref();
    });
    try {
      await client.connect();
      await client.query(`listen ${ORDER_CHANGED}`);
      // What was said while nobody listened is made up for by looking.
      tell(undefined);
    } catch (fault) {
      log.warn({ fault: safeFault(fault) }, 'changes of orders cannot be heard yet');
      await client.end().catch(() => undefined);
    }
  };
  const begin = () => {
    if (!listening && !stopped && watchers.size > 0) void listen();
  };
  return {
    watch(orderId, changed) {
      const ofOrder = watchers.get(orderId) ?? new Set();
      watchers.set(orderId, ofOrder.add(changed));
      begin();
      return () => {
        ofOrder.delete(changed);
        if (ofOrder.size === 0) watchers.delete(orderId);
      };
    },
    async stop() {
      stopped = true;
      await listening?.end().catch(() => undefined);
    },
  };
}
