import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { OrderSession } from '../state/order-session.ts';

/** Soon enough that nobody looks for a button, seldom enough for a page that stays open. */
const LOOK_EVERY_MS = 3_000;

export type PhoneStanding =
  | { readonly kind: 'fetching'; readonly slot: MaterialSlot }
  | { readonly kind: 'failed'; readonly slot: MaterialSlot; readonly error: PublicError }
  | {
      readonly kind: 'waiting' | 'expired';
      readonly slot: MaterialSlot;
      readonly url: string;
      /** Of this computer's clock. */
      readonly until: number;
      readonly lifeSeconds: number;
    };

export interface PhoneWait {
  readonly standing: ReadonlySignal<PhoneStanding | undefined>;
  open(slot: MaterialSlot): Promise<void>;
  close(): void;
}

type Looking = Pick<OrderSession, 'ask' | 'clock' | 'order' | 'adopt' | 'localTime'>;

/** A code for the phone's camera, and the wait until its picture has arrived in the slot. One at a time. */
export function createPhoneWait({ ask, clock, order, adopt, localTime }: Looking): PhoneWait {
  const standing = signal<PhoneStanding | undefined>(undefined);
  let stop: () => void = () => undefined;

  const arrivedAt = (slot: MaterialSlot) => order.peek()?.materials.find((one) => one.slot === slot)?.at;

  function close(): void {
    stop();
    standing.value = undefined;
  }

  function lookLater(before: string | undefined): void {
    stop = clock.after(LOOK_EVERY_MS, () => void look(before));
  }

  async function look(before: string | undefined): Promise<void> {
    const now = standing.peek();
    const seen = order.peek();
    if (now?.kind !== 'waiting' || !seen) return;
    const read = await ask('orders.read', { id: seen.id });
    if (standing.peek() !== now) return;
    if (read.ok) adopt(read.value);
    if (arrivedAt(now.slot) !== before) return close();
    if (clock.now() >= now.until) standing.value = { ...now, kind: 'expired' };
    else lookLater(before);
  }

  return {
    standing,
    close,
    async open(slot) {
      close();
      const id = order.peek()?.id;
      if (id === undefined) return;
      const fetching = { kind: 'fetching', slot } as const;
      standing.value = fetching;
      const given = await ask('materials.phone', { id, slot });
      if (standing.peek() !== fetching) return;
      if (!given.ok) {
        standing.value = { kind: 'failed', slot, error: given.error };
        return;
      }
      const until = localTime(given.value.until);
      const lifeSeconds = Math.max(1, Math.round((until - clock.now()) / 1000));
      standing.value = { kind: 'waiting', slot, url: given.value.url, until, lifeSeconds };
      lookLater(arrivedAt(slot));
    },
  };
}
