import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AskService } from './ask-service.ts';
import { createKept, type Kept } from './kept.ts';

/** The one order that is looked at closely. */
export interface OrderDetails {
  readonly id: ReadonlySignal<string | undefined>;
  readonly order: Kept<OrderView>;
  /** Whether the question to cancel is open. */
  readonly cancelling: Signal<boolean>;
  open(id: string, intent?: { readonly cancel: boolean }): void;
  close(): void;
  /** What is personal goes from the screen; which order it was, is remembered. */
  hide(): void;
}

export function createOrderDetails(ask: AskService, clock: Clock): OrderDetails {
  const id = signal<string | undefined>(undefined);
  const cancelling = signal(false);
  const order = createKept(() => ask('orders.read', { id: id.peek() ?? '' }), clock);

  function hide(): void {
    cancelling.value = false;
    order.clear();
  }

  return {
    id,
    order,
    cancelling,
    hide,
    open(opened, { cancel } = { cancel: false }) {
      batch(() => {
        if (id.peek() !== opened) order.clear();
        id.value = opened;
        cancelling.value = cancel;
      });
      order.load();
    },
    close() {
      batch(() => {
        id.value = undefined;
        hide();
      });
    },
  };
}
