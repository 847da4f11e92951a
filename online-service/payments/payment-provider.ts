import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { Fen } from '@certbridge/shared/domain/money.ts';

/** Money that has come in, as a provider, or finance with the bank's statement in hand, says. */
export interface PaidFact {
  /** Whose account at the provider, and which of its apps. */
  readonly merchant: string;
  readonly app: string;
  readonly tradeNo: string;
  /** The provider's own number: each comes in once. */
  readonly transactionId: string;
  readonly amount: Fen;
  readonly currency: string;
  readonly paidAt: Date;
}

export interface CodeAsked {
  readonly tradeNo: string;
  readonly amount: Fen;
  /** What the payer reads; nothing personal. */
  readonly title: string;
  readonly expiresAt: Date;
}

export interface RefundAsked {
  readonly tradeNo: string;
  readonly transactionId: string;
  readonly refundNo: string;
  readonly amount: Fen;
  /** Of the payment that is paid back. */
  readonly total: Fen;
  /** What the payer reads. */
  readonly title: string;
}

/** `unknown`: the provider has never heard of it, which before a scan is usual. */
export type TradeStanding =
  | { readonly standing: 'unknown' | 'waiting' | 'closed' }
  | { readonly standing: 'paid'; readonly fact: PaidFact };

/** `refused`: no repetition will change it. */
export type RefundStanding = 'done' | 'under-way' | 'unknown' | 'refused';

/** A notification whose signature, clock and addressee are right. `none`: it tells of something that is not money. */
export type Told =
  | { readonly about: 'paid'; readonly id: string; readonly fact: PaidFact }
  | { readonly about: 'refund'; readonly id: string; readonly refundNo: string; readonly standing: RefundStanding }
  | { readonly about: 'none'; readonly id: string };

export interface RawNotification {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** What a provider wants to hear back. */
export interface Acknowledgement {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** One line of a provider's bill of a day. */
export interface BillLine {
  readonly kind: 'payment' | 'refund';
  readonly tradeNo: string;
  readonly transactionId: string;
  /** Of a refund: its number here. */
  readonly refundNo?: string;
  readonly amount: Fen;
  /** What the provider has kept; negative when it gives a fee back. */
  readonly fee: number;
  readonly at: Date;
}

/**
 * Alipay or WeChat Pay. Every question may be repeated: what it changes is named by our own numbers. Throws
 * `PaymentProviderAway` when there is no answer, or none that can be trusted; then nothing is known.
 */
export interface PaymentProvider {
  readonly way: CodeWay;
  /** Answers what the QR says. */
  open(asked: CodeAsked): Promise<string>;
  look(tradeNo: string): Promise<TradeStanding>;
  /** After this nobody can pay it; `paid`: somebody already has, and `look` tells. */
  close(tradeNo: string): Promise<'closed' | 'paid'>;
  refund(asked: RefundAsked): Promise<RefundStanding>;
  lookAtRefund(asked: RefundAsked): Promise<RefundStanding>;
  /** Of one day in China; undefined while it is not made yet. */
  bill(day: string): Promise<readonly BillLine[] | undefined>;
  /** Undefined: forged, altered, too old, or meant for somebody else. One that we have kept is judged by when it came. */
  read(notification: RawNotification, cameAt?: Date): Promise<Told | undefined>;
  readonly thanks: Acknowledgement;
  readonly refusal: Acknowledgement;
}

export type PaymentProviders = { readonly [Way in CodeWay]?: PaymentProvider };

/** The reason is for the log: a word, never what was said. */
export class PaymentProviderAway extends Error {
  readonly code: string;

  constructor(reason: string) {
    super(`the payment provider is away: ${reason}`);
    this.code = reason;
  }
}
