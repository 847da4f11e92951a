import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { PAYMENT_MACHINE } from '@certbridge/shared/domain/machines/payment-machine.ts';
import type { Logger } from 'pino';
import { moveOrder } from '../orders/move-order.ts';
import type { OrderMoney } from '../orders/order-money.ts';
import { type ForgetTools, forgetUnchecked } from '../personal-data/forget-unchecked.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { Transact } from '../stores.ts';
import type { Job } from './job.ts';
import type { RetentionStore } from './retention-store.ts';

/** Untouched for so long, a draft is taken back to by nobody; its person may begin anew. */
const UNTOUCHED_MS = 90 * 24 * 3_600_000;
/** More than lapse in an hour; the next hour has the rest. */
const MOST = 1_000;

export interface LapseDraftsTools extends ForgetTools {
  readonly store: RetentionStore;
  readonly transact: Transact;
  readonly money: OrderMoney;
  readonly log: Logger;
}

export function lapseDrafts(tools: LapseDraftsTools): Job {
  return {
    name: 'lapse-drafts',
    cron: '7 * * * *',
    async run(signal) {
      const before = new Date(tools.now().getTime() - UNTOUCHED_MS);
      let lapsed = 0;
      for (const untouched of await tools.store.untouchedOrders({ before, most: MOST })) {
        if (signal.aborted) break;
        // One order that cannot be opened must not keep the others.
        const done = await lapse(tools, untouched).catch((fault: unknown) => {
          tools.log.error({ order: untouched.id, fault: safeFault(fault) }, 'an order could not lapse');
          return false;
        });
        if (done) lapsed += 1;
      }
      return { lapsed };
    },
  };
}

/** Not when somebody has come back to it since it was looked at. */
function lapse(tools: LapseDraftsTools, { id, version }: { id: string; version: number }): Promise<boolean> {
  return tools.transact(async (stores) => {
    const order = await stores.orders.findToChange(id);
    if (order?.version !== version) return false;
    const payment = nextState(PAYMENT_MACHINE, { state: order.payment, event: 'close', by: 'service' });
    if (payment === undefined) return false;
    const forgotten = await forgetUnchecked(stores, order, tools);
    const lapsed = await moveOrder(stores, order, {
      event: 'lapse',
      by: 'service',
      changes: { ...forgotten, payment },
    });
    await tools.money.leave(stores, lapsed);
    return true;
  });
}
