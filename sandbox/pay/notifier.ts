import { setTimeout as pause } from 'node:timers/promises';
import { Arrivals } from '../http/arrivals.ts';
import type { FaultPanel } from './fault-panel.ts';
import type { PayProvider } from './trade.ts';

export interface NotifyRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One thing that a provider wants a shop to know. */
export interface Notification {
  readonly provider: PayProvider;
  /** The same one with every repetition. */
  readonly id: string;
  readonly tradeNo: string;
  readonly url: string;
  /** Made for each delivery anew: clocks and signatures are those of the delivery. */
  readonly make: () => NotifyRequest;
  readonly isAcknowledged: (answer: { readonly status: number; readonly body: string }) => boolean;
  /** How long it waits before each repetition, in the provider's real seconds. */
  readonly waits: readonly number[];
}

/** `lost`: it was never sent, as its switch says. */
export type DeliveryEnd = 'acknowledged' | 'not-acknowledged' | 'unreachable' | 'lost';

export interface Delivery {
  readonly provider: PayProvider;
  readonly tradeNo: string;
  readonly notification: string;
  readonly attempt: number;
  readonly end: DeliveryEnd;
}

/** Four minutes are a second: whoever tries something out does not want to wait a day. */
export const USUAL_FACTOR = 240;
/** As long as a provider waits for the acknowledgement; never compressed. */
const ANSWER_WITHIN_MS = 5_000;
/** How late a late one is, in the provider's seconds. */
const LATE_S = 1_200;

/** Tells shops, again and again on the provider's own schedule, until they say the right thing. */
export class Notifier {
  readonly deliveries = new Arrivals<Delivery>();
  /** By how much the schedule is compressed. */
  factor: number;
  readonly #stopped = new AbortController();
  readonly #panels: Readonly<Record<PayProvider, FaultPanel>>;

  constructor(panels: Readonly<Record<PayProvider, FaultPanel>>, factor = USUAL_FACTOR) {
    this.#panels = panels;
    this.factor = factor;
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** Answers when the first delivery is over; repetitions follow by themselves. */
  async notify(notification: Notification): Promise<void> {
    if (this.#panels[notification.provider].has('late')) await this.#wait(LATE_S);
    if (this.#stopped.signal.aborted) return;
    if (!(await this.#attempt(notification, 1))) void this.#repeat(notification);
  }

  /** Sent once, whatever is answered: what a stranger says. */
  async sendOnce(notification: Notification): Promise<Delivery> {
    const delivery = await this.#deliver(notification, 0);
    this.deliveries.add(delivery);
    return delivery;
  }

  async #repeat(notification: Notification): Promise<void> {
    for (const [index, seconds] of notification.waits.entries()) {
      await this.#wait(seconds);
      if (this.#stopped.signal.aborted || (await this.#attempt(notification, index + 2))) return;
    }
  }

  async #attempt(notification: Notification, attempt: number): Promise<boolean> {
    const panel = this.#panels[notification.provider];
    if (panel.has('lost')) {
      this.deliveries.add({ ...aboutOf(notification, attempt), end: 'lost' });
      return false;
    }
    const times = panel.has('doubled') ? 2 : 1;
    const ends = await Promise.all(Array.from({ length: times }, () => this.#deliver(notification, attempt)));
    for (const end of ends) this.deliveries.add(end);
    return ends.every(({ end }) => end === 'acknowledged');
  }

  async #deliver({ make, isAcknowledged, ...notification }: Notification, attempt: number): Promise<Delivery> {
    const about = aboutOf(notification, attempt);
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    try {
      const reply = await fetch(notification.url, { method: 'POST', redirect: 'manual', signal, ...make() });
      const answer = { status: reply.status, body: await reply.text() };
      return { ...about, end: isAcknowledged(answer) ? 'acknowledged' : 'not-acknowledged' };
    } catch {
      return { ...about, end: 'unreachable' };
    }
  }

  async #wait(seconds: number): Promise<void> {
    const signal = this.#stopped.signal;
    await pause((seconds * 1_000) / this.factor, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

function aboutOf(
  { provider, tradeNo, id }: Pick<Notification, 'provider' | 'tradeNo' | 'id'>,
  attempt: number,
): Omit<Delivery, 'end'> {
  return { provider, tradeNo, notification: id, attempt };
}
