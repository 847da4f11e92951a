import type { Notification, NotifyRequest } from '../../../sandbox/pay/notifier.ts';
import type { Trade } from '../../../sandbox/pay/trade.ts';
import type { PaySide } from './pay-side.ts';

/** What the providers have to tell of payments that were made, and of some that never were. */
export class NewsDesk {
  readonly #paySide: PaySide;
  readonly #paid = new Map<string, Promise<Notification>>();
  /** Those of them that may be told. */
  readonly told: Promise<Notification>[] = [];
  readonly #claims = new Map<string, Promise<Notification>>();
  readonly #kept = new WeakMap<Notification, NotifyRequest>();

  constructor(paySide: PaySide) {
    this.#paySide = paySide;
  }

  add(paid: Trade, { isTold }: { readonly isTold: boolean }): void {
    const news = this.#paySide.newsOf(paid);
    this.#paid.set(paid.tradeNo, news);
    if (isTold) this.told.push(news);
  }

  /** Undefined: nobody has paid it. */
  of({ tradeNo }: Trade): Promise<Notification> | undefined {
    return this.#paid.get(tradeNo);
  }

  /** Of money that never came: signed like real news, to be spoiled before anybody sees it. */
  claimOf(trade: Trade): Promise<Notification> {
    const known = this.#claims.get(trade.tradeNo);
    if (known) return known;
    const serial = String(this.#claims.size).padStart(14, '0');
    const paid = { transactionId: `99990101220014${serial}`, buyer: '2088', amount: trade.amount, at: new Date() };
    const claim = this.#paySide.newsOf({ ...trade, state: 'paid', paid });
    this.#claims.set(trade.tradeNo, claim);
    return claim;
  }

  /** Alipay repeats the same bytes; WeChat Pay seals and signs each delivery anew. */
  request(news: Notification): NotifyRequest {
    if (news.provider === 'wechat') return news.make();
    const request = this.#kept.get(news) ?? news.make();
    this.#kept.set(news, request);
    return request;
  }
}
