import { randomBytes } from 'node:crypto';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { Fen } from '@certbridge/shared/domain/money.ts';
import { Arrivals } from '../http/arrivals.ts';
import { type BookLine, type Books, booksOf, linesOfTrade } from './book-lines.ts';
import { buyerOf, newRefundId, newTransactionId } from './payer.ts';
import { type PayProvider, refundedOf, type Trade, type TradeRefund } from './trade.ts';

export type NewTrade = Pick<Trade, 'provider' | 'tradeNo' | 'title' | 'amount' | 'notifyUrl' | 'expiresAt'>;
export type NewRefund = Pick<TradeRefund, 'refundNo' | 'amount' | 'reason'>;

export interface TradeEvent {
  readonly provider: PayProvider;
  readonly tradeNo: string;
  readonly what: 'opened' | 'scanned' | 'paid' | 'closed' | 'refunded';
}

/** What the two providers know of trades and of money. Each shop is their only one. */
export class TradeBook {
  readonly events = new Arrivals<TradeEvent>();
  readonly #trades = new Map<string, Trade>();
  readonly #byCode = new Map<string, string>();
  readonly #now: () => Date;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  /** Whoever calls this has found that there is no trade of this number. */
  open(asked: NewTrade): Trade {
    const code = randomBytes(12).toString('base64url');
    this.#byCode.set(code, keyOf(asked));
    return this.#put('opened', {
      ...asked,
      code,
      openedAt: this.#now(),
      state: 'waiting',
      scannedAt: undefined,
      closedAt: undefined,
      paid: undefined,
      refunds: [],
    });
  }

  /** As it is now: what has expired is closed. */
  find(provider: PayProvider, tradeNo: string): Trade | undefined {
    return this.#current(this.#trades.get(keyOf({ provider, tradeNo })));
  }

  findByCode(code: string): Trade | undefined {
    return this.#current(this.#trades.get(this.#byCode.get(code) ?? ''));
  }

  /** Newest first. */
  all(): Trade[] {
    return [...this.#trades.values()].flatMap((trade) => this.#current(trade) ?? []).reverse();
  }

  scan(trade: Trade): Trade {
    const now = this.#latest(trade);
    return now.scannedAt ? now : this.#put('scanned', { ...now, scannedAt: this.#now() });
  }

  /** Undefined: it is not waiting to be paid. */
  pay(trade: Trade, amount: Fen = trade.amount): Trade | undefined {
    const now = this.#latest(trade);
    if (now.state !== 'waiting') return undefined;
    const at = this.#now();
    const transactionId = newTransactionId(now.provider, at);
    const paid = { transactionId, buyer: buyerOf(now.provider), amount, at };
    return this.#put('paid', { ...now, state: 'paid', scannedAt: now.scannedAt ?? at, paid });
  }

  /** Undefined: it was paid. */
  close(trade: Trade): Trade | undefined {
    const now = this.#latest(trade);
    if (now.state === 'paid') return undefined;
    return now.state === 'closed' ? now : this.#put('closed', { ...now, state: 'closed', closedAt: this.#now() });
  }

  /** Undefined: there is not so much left. The same refund number is the refund that is there already. */
  refund(trade: Trade, asked: NewRefund): { readonly trade: Trade; readonly refund: TradeRefund } | undefined {
    const now = this.#latest(trade);
    const earlier = now.refunds.find(({ refundNo }) => refundNo === asked.refundNo);
    if (earlier) return earlier.amount === asked.amount ? { trade: now, refund: earlier } : undefined;
    if (!now.paid || asked.amount <= 0 || refundedOf(now) + asked.amount > now.paid.amount) return undefined;
    const at = this.#now();
    const refund = { ...asked, refundId: newRefundId(at), at };
    return { trade: this.#put('refunded', { ...now, refunds: [...now.refunds, refund] }), refund };
  }

  /** Of one day in China, in the order in which the trades were opened. */
  linesOf(provider: PayProvider, day: string): BookLine[] {
    return this.#lines(provider).filter(({ at }) => chinaDate(at) === day);
  }

  books(provider: PayProvider): Books {
    return booksOf(this.#lines(provider));
  }

  #lines(provider: PayProvider): BookLine[] {
    return [...this.#trades.values()].filter((trade) => trade.provider === provider).flatMap(linesOfTrade);
  }

  #latest(trade: Trade): Trade {
    const now = this.find(trade.provider, trade.tradeNo);
    if (!now) throw new Error('a trade of another book');
    return now;
  }

  #current(trade: Trade | undefined): Trade | undefined {
    if (trade?.state !== 'waiting' || trade.expiresAt > this.#now()) return trade;
    return this.#put('closed', { ...trade, state: 'closed', closedAt: trade.expiresAt });
  }

  #put(what: TradeEvent['what'], trade: Trade): Trade {
    this.#trades.set(keyOf(trade), trade);
    this.events.add({ provider: trade.provider, tradeNo: trade.tradeNo, what });
    return trade;
  }
}

function keyOf({ provider, tradeNo }: Pick<Trade, 'provider' | 'tradeNo'>): string {
  return `${provider} ${tradeNo}`;
}
