import { ORDER_MACHINE } from '@certbridge/shared/domain/machines/order-machine.ts';
import type { Logger } from 'pino';
import type { MaterialStore } from '../materials/store/material-store.ts';
import { applyChange } from '../orders/move-order.ts';
import type { Order } from '../orders/order.ts';
import { safeFault } from '../problems/safe-fault.ts';
import { keysOf } from '../seals/seal-store.ts';
import type { Stores, Transact } from '../stores.ts';
import { forgetDetails } from './forget-details.ts';

export interface EraseTools {
  readonly transact: Transact;
  readonly materials: Pick<MaterialStore, 'remove'>;
  readonly log: Logger;
  /** Whoever does it, for the audit: a name among the staff. */
  readonly staff: string;
}

/** By order number; `unfinished`: nothing was erased, because these still need the data. */
export type Erasure = { readonly erased: readonly string[] } | { readonly unfinished: readonly string[] };

/**
 * All personal data of one person whose orders are all over. What happened to the orders, and when, stays; whose they
 * were cannot be found out any more, from the rows or by an ID number.
 */
export async function erasePerson(tools: EraseTools, person: string): Promise<Erasure> {
  const outcome = await tools.transact(async (stores) => {
    const orders: Order[] = [];
    for (const id of await stores.persons.ordersOf(person)) {
      const order = await stores.orders.findToChange(id);
      if (order) orders.push(order);
    }
    const unfinished = orders.filter(({ state }) => !ORDER_MACHINE.ends.includes(state));
    if (unfinished.length > 0) return { unfinished: numbersOf(unfinished) };
    const keys = orders.flatMap(({ materials }) => materials.map(({ storeKey }) => storeKey));
    for (const { id } of orders) keys.push(...keysOf(await stores.seals.ofOrder(id)));
    for (const order of orders) await eraseOrder(stores, order);
    const ids = orders.map(({ id }) => id);
    await stores.persons.forget(person, ids);
    const by = { kind: 'staff', id: tools.staff } as const;
    await stores.audit.add({ what: 'person.erase', by, details: { orders: orders.length } });
    await stores.persons.forgetMessagesTo(recipientsOf(orders));
    return { erased: numbersOf(orders), keys };
  });
  if ('unfinished' in outcome) return outcome;
  for (const key of outcome.keys) await removeQuietly(tools, key);
  return { erased: outcome.erased };
}

async function eraseOrder(stores: Stores, order: Order): Promise<void> {
  const changes = await forgetDetails(stores, order);
  await applyChange(stores, order, { changes, audit: { event: 'erase', by: 'staff' } });
}

/** Where messages to the person go; the legal representative's phone is somebody else's. */
const RECIPIENTS = ['operator.mobile', 'operatorCheck.cardMobile', 'operator.email'] as const;

function recipientsOf(orders: readonly Order[]): ReadonlySet<string> {
  return new Set(orders.flatMap(({ fields }) => RECIPIENTS.flatMap((name) => fields[name] ?? [])));
}

function numbersOf(orders: readonly Order[]): string[] {
  return orders.map(({ number }) => number);
}

/** No row names it any more; what the store could not remove now, the job for stray materials removes. */
async function removeQuietly({ materials, log }: EraseTools, storeKey: string): Promise<void> {
  await materials.remove(storeKey).catch((fault: unknown) => {
    log.warn({ fault: safeFault(fault) }, 'an erased material could not be removed yet');
  });
}
