import { fail } from '@certbridge/shared/contract/result.ts';
import type { Actor } from '@certbridge/shared/domain/machines/machine.ts';
import { nextState } from '@certbridge/shared/domain/machines/machine.ts';
import { ORDER_MACHINE, type OrderEvent } from '@certbridge/shared/domain/machines/order-machine.ts';
import { Refused } from '../refused.ts';
import type { Stores } from '../stores.ts';
import type { Order } from './order.ts';
import type { OrderAudit, OrderChanges } from './order-store.ts';

export interface Move {
  readonly event: OrderEvent;
  readonly by: Actor;
  readonly changes?: OrderChanges;
}

/** Where the event leads from where the order stands; refused when the table does not allow it. */
export function stateAfter(order: Order, { event, by }: Pick<Move, 'event' | 'by'>): Order['state'] {
  const state = nextState(ORDER_MACHINE, { state: order.state, event, by });
  if (state === undefined) throw new Refused(fail('ORDER_STEP_NOT_ALLOWED'));
  return state;
}

/** One transition: state, what comes with it, and the audit row, or nothing. */
export function moveOrder(stores: Stores, order: Order, move: Move): Promise<Order> {
  const changes = { ...move.changes, state: stateAfter(order, move) };
  return applyChange(stores, order, { changes, audit: { event: move.event, by: move.by } });
}

export interface Change {
  readonly changes: OrderChanges;
  readonly audit: OrderAudit;
}

/** The order as it is after the change; refused when somebody else was faster. */
export async function applyChange(stores: Stores, order: Order, { changes, audit }: Change): Promise<Order> {
  if (!(await stores.orders.change(order, changes, audit))) throw new Refused(fail('ORDER_CHANGED'));
  return { ...order, ...changes, version: order.version + 1 };
}

/** The caller has seen this version, and nobody has changed it since. */
export function refuseStale(order: Order, version: number): void {
  if (order.version !== version) throw new Refused(fail('ORDER_CHANGED'));
}
