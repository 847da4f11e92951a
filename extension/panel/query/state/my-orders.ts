import type { OrderSummary } from '@certbridge/shared/contract/online/order-view.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AskService } from './ask-service.ts';
import { createKept, type Kept } from './kept.ts';

export type OrderList = readonly OrderSummary[];

/** The person's orders, and the one among them that somebody came for. */
export interface MyOrders {
  readonly list: Kept<OrderList>;
  /** The number that was wanted, and that this person does not have. */
  readonly notThere: ReadonlySignal<string | undefined>;
  /** To be opened as soon as the list is there. */
  want(number: string | undefined): void;
}

export interface MyOrdersParts {
  readonly ask: AskService;
  readonly clock: Clock;
  readonly onFound: (id: string) => void;
}

export function createMyOrders({ ask, clock, onFound }: MyOrdersParts): MyOrders {
  const notThere = signal<string | undefined>(undefined);
  let wanted: string | undefined;
  const list = createKept<OrderList>(async () => {
    const mine = await ask('my.orders', {});
    return mine.ok ? ok(mine.value.orders) : mine;
  }, clock);

  effect(() => {
    const { value: orders, loading } = list.state.value;
    if (wanted === undefined || !orders || loading) return;
    const found = orders.find(({ number }) => number === wanted);
    if (found) onFound(found.id);
    else notThere.value = wanted;
    wanted = undefined;
  });

  return {
    list,
    notThere,
    want(number) {
      wanted = number;
      notThere.value = undefined;
    },
  };
}
