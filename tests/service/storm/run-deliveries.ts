import { setTimeout as pause } from 'node:timers/promises';
import { callbackPath } from '../../../online-service/http/provider-callbacks.ts';
import type { Notification } from '../../../sandbox/pay/notifier.ts';
import { cancelOrder } from './cancel-order.ts';
import { deliver } from './deliver.ts';
import { NewsDesk } from './news-desk.ts';
import type { PaySide } from './pay-side.ts';
import type { CodeAt, StormEvent } from './plan-deliveries.ts';
import type { SeededOrder } from './seed-orders.ts';
import type { Seeded } from './seeded.ts';
import { spoil } from './spoil.ts';
import type { StormDatabase } from './storm-database.ts';
import type { Tally } from './tally.ts';

export interface StormParts {
  readonly random: Seeded;
  readonly database: StormDatabase;
  readonly paySide: PaySide;
  readonly orders: readonly SeededOrder[];
  /** What the gateways tell of refunds; it is delivered between the rest. */
  readonly news: Notification[];
  /** An address of the service, whether somebody answers there or not. */
  readonly somebody: () => string;
}

const NEWS_REPEATED = 2;

/** Does what was planned, one event after the other; several of these run beside each other. */
export class StormRunner {
  readonly #parts: StormParts;
  readonly #tally: Tally;
  readonly #desk: NewsDesk;
  readonly #acknowledged = new WeakSet<Notification>();

  constructor(parts: StormParts, tally: Tally) {
    this.#desk = new NewsDesk(parts.paySide);
    this.#parts = parts;
    this.#tally = tally;
  }

  async run(event: StormEvent): Promise<void> {
    switch (event.what) {
      case 'pay':
        return this.#pay(event.about);
      case 'cancel':
        return cancelOrder(this.#parts.database, this.#order(event.order).id);
      case 'tell':
        await this.tellNews();
        return event.as === 'genuine' ? this.#tell(event.about) : this.#tellSpoiled(event.about, event.as);
      default:
        return event satisfies never;
    }
  }

  async tellNews(): Promise<void> {
    const news = this.#parts.news.shift();
    if (!news) return;
    for (let time = 0; time < NEWS_REPEATED; time += 1) {
      this.#tally.refundNews += 1;
      await this.#send(news, this.#desk.request(news));
    }
  }

  /** At once: what tells of it may be the next event. */
  #pay(about: CodeAt): void {
    const { paySide } = this.#parts;
    const { trade, plan } = this.#code(about);
    const paid = paySide.book.pay(trade, plan?.pays);
    // Closed a moment ago: the payer's wallet says so.
    if (!paid) return;
    this.#desk.add(paid, { isTold: plan?.told === true });
  }

  /** What cannot be told, because nobody paid it, gives its place to the repetition of another. */
  async #tell(about: CodeAt): Promise<void> {
    const { trade } = this.#code(about);
    // The first payment of all is on its way: whoever paces the events may swap two of the same millisecond.
    const { told } = this.#desk;
    while (told.length === 0) await pause(1);
    const news = await (this.#desk.of(trade) ?? this.#parts.random.pick(told));
    this.#tally.sent += 1;
    const answer = await this.#send(news, this.#desk.request(news));
    if (!answer) this.#tally.unreachable += 1;
    else if (news.isAcknowledged(answer)) {
      this.#tally.acknowledged += 1;
      this.#acknowledged.add(news);
    } else this.#tally.notThanked.set(answer.status, (this.#tally.notThanked.get(answer.status) ?? 0) + 1);
  }

  /** A provider goes on for a day with what nobody has thanked it for. */
  async tellUnacknowledged(): Promise<void> {
    for (const news of await Promise.all(this.#desk.told)) {
      if (this.#acknowledged.has(news)) continue;
      this.#tally.toldAfterwards += 1;
      const answer = await this.#send(news, this.#desk.request(news));
      if (answer && news.isAcknowledged(answer)) this.#acknowledged.add(news);
    }
  }

  async #tellSpoiled(about: CodeAt, as: 'forged' | 'altered' | 'probe'): Promise<void> {
    const { random } = this.#parts;
    const { trade } = this.#code(about);
    const news = await (this.#desk.of(trade) ?? this.#desk.claimOf(trade));
    this.#tally.sent += 1;
    const answer = await this.#send(news, spoil(this.#desk.request(news), { provider: news.provider, as, random }));
    if (!answer) this.#tally.unreachable += 1;
    else if (news.isAcknowledged(answer)) this.#tally[as === 'altered' ? 'alteredAccepted' : 'forgedAccepted'] += 1;
  }

  #send(news: Notification, request: Parameters<typeof deliver>[1]) {
    return deliver(new URL(callbackPath(news.provider), this.#parts.somebody()), request);
  }

  #order(at: number): SeededOrder {
    const order = this.#parts.orders[at];
    if (!order) throw new Error('an order that was never planned');
    return order;
  }

  #code({ order: orderAt, code }: CodeAt) {
    const order = this.#order(orderAt);
    const trade = order.trades[code];
    if (!trade) throw new Error('a code that was never planned');
    return { trade, plan: order.plan.codes[code] };
  }
}
