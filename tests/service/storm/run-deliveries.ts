import { setTimeout as pause } from 'node:timers/promises';
import { callbackPath } from '../../../online-service/http/provider-callbacks.ts';
import type { Notification, NotifyRequest } from '../../../sandbox/pay/notifier.ts';
import type { Trade } from '../../../sandbox/pay/trade.ts';
import { cancelOrder } from './cancel-order.ts';
import { deliver } from './deliver.ts';
import type { PaySide } from './pay-side.ts';
import type { CodeAt, StormEvent } from './plan-deliveries.ts';
import type { SeededOrder } from './seed-orders.ts';
import type { Seeded } from './seeded.ts';
import { spoil } from './spoil.ts';
import type { StormDatabase } from './storm-database.ts';

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

/** What became of what was sent. */
export interface Tally {
  sent: number;
  acknowledged: number;
  unreachable: number;
  /** Genuine ones that were answered, but not with thanks. */
  notThanked: Map<number, number>;
  forgedAccepted: number;
  alteredAccepted: number;
  refundNews: number;
  /** In the calm, because nobody had thanked for it in the storm. */
  toldAfterwards: number;
}

export function newTally(): Tally {
  return {
    sent: 0,
    acknowledged: 0,
    unreachable: 0,
    notThanked: new Map(),
    forgedAccepted: 0,
    alteredAccepted: 0,
    refundNews: 0,
    toldAfterwards: 0,
  };
}

const NEWS_REPEATED = 2;

/** Does what was planned, one event after the other; several of these run beside each other. */
export class StormRunner {
  readonly #parts: StormParts;
  readonly #tally: Tally;
  /** Of trades that were paid. */
  readonly #told = new Map<string, Promise<Notification>>();
  /** Those of them that may be told. */
  readonly #paid: Promise<Notification>[] = [];
  readonly #acknowledged = new WeakSet<Notification>();
  /** Of money that never came: signed like real ones, and spoiled before anybody sees them. */
  readonly #claims = new Map<string, Notification>();
  /** What is the same bytes with each repetition. */
  readonly #kept = new WeakMap<Notification, NotifyRequest>();

  constructor(parts: StormParts, tally: Tally) {
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
      await this.#send(news, this.#request(news));
    }
  }

  /** At once: what tells of it may be the next event. */
  #pay(about: CodeAt): void {
    const { paySide } = this.#parts;
    const { trade, plan } = this.#code(about);
    const paid = paySide.book.pay(trade, plan?.pays);
    // Closed a moment ago: the payer's wallet says so.
    if (!paid) return;
    const news = paySide.newsOf(paid);
    this.#told.set(paid.tradeNo, news);
    if (plan?.told) this.#paid.push(news);
  }

  /** What cannot be told, because nobody paid it, gives its place to the repetition of another. */
  async #tell(about: CodeAt): Promise<void> {
    const { trade } = this.#code(about);
    // The first payment of all is on its way: whoever paces the events may swap two of the same millisecond.
    while (this.#paid.length === 0) await pause(1);
    const news = await (this.#told.get(trade.tradeNo) ?? this.#parts.random.pick(this.#paid));
    this.#tally.sent += 1;
    const answer = await this.#send(news, this.#request(news));
    if (!answer) this.#tally.unreachable += 1;
    else if (news.isAcknowledged(answer)) {
      this.#tally.acknowledged += 1;
      this.#acknowledged.add(news);
    } else this.#tally.notThanked.set(answer.status, (this.#tally.notThanked.get(answer.status) ?? 0) + 1);
  }

  /** A provider goes on for a day with what nobody has thanked it for. */
  async tellUnacknowledged(): Promise<void> {
    for (const news of await Promise.all(this.#paid)) {
      if (this.#acknowledged.has(news)) continue;
      this.#tally.toldAfterwards += 1;
      const answer = await this.#send(news, this.#request(news));
      if (answer && news.isAcknowledged(answer)) this.#acknowledged.add(news);
    }
  }

  async #tellSpoiled(about: CodeAt, as: 'forged' | 'altered' | 'probe'): Promise<void> {
    const { random } = this.#parts;
    const { trade } = this.#code(about);
    const news = await (this.#told.get(trade.tradeNo) ?? this.#claimOf(trade));
    this.#tally.sent += 1;
    const answer = await this.#send(news, spoil(this.#request(news), { provider: news.provider, as, random }));
    if (!answer) this.#tally.unreachable += 1;
    else if (news.isAcknowledged(answer)) this.#tally[as === 'altered' ? 'alteredAccepted' : 'forgedAccepted'] += 1;
  }

  async #claimOf(trade: Trade): Promise<Notification> {
    const known = this.#claims.get(trade.tradeNo);
    if (known) return known;
    const serial = String(this.#claims.size).padStart(14, '0');
    const paid = { transactionId: `99990101220014${serial}`, buyer: '2088', amount: trade.amount, at: new Date() };
    const claim = await this.#parts.paySide.newsOf({ ...trade, state: 'paid', paid });
    this.#claims.set(trade.tradeNo, claim);
    return claim;
  }

  /** Alipay repeats the same bytes; WeChat Pay seals and signs each delivery anew. */
  #request(news: Notification): NotifyRequest {
    if (news.provider === 'wechat') return news.make();
    const request = this.#kept.get(news) ?? news.make();
    this.#kept.set(news, request);
    return request;
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
