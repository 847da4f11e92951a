import type { PAYMENT_WAYS } from '@certbridge/shared/domain/channel.ts';
import type { CollectionState } from '@certbridge/shared/domain/machines/collection-machine.ts';
import type { RefundState } from '@certbridge/shared/domain/machines/refund-machine.ts';
import type { Fen } from '@certbridge/shared/domain/money.ts';
import type { MoneyHolder } from '@certbridge/shared/domain/payment/postings.ts';
import type { ReceiptOutcome, RefundReason } from '@certbridge/shared/domain/payment/receipt-outcome.ts';

export type PaymentWay = (typeof PAYMENT_WAYS)[number];

/** One try to collect an order's money by one way. */
export interface Collection {
  readonly id: string;
  readonly version: number;
  readonly orderId: string;
  readonly way: PaymentWay;
  readonly tradeNo: string;
  readonly amount: Fen;
  readonly state: CollectionState;
  /** What the QR says, once the provider has told. */
  readonly code: string | undefined;
  readonly expiresAt: Date;
  /** When somebody looks after it next; nothing is left to be looked after without. */
  readonly lookAt: Date | undefined;
  readonly looks: number;
  readonly createdAt: Date;
}

/** Who found out that money has come in. */
export const FOUND_BY = ['callback', 'poll', 'return', 'staff', 'bill'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** Money that came in, once for each of the provider's transactions. */
export interface Receipt {
  readonly id: string;
  readonly holder: MoneyHolder;
  readonly transactionId: string;
  readonly tradeNo: string;
  /** Absent when no collection of ours was meant. */
  readonly collectionId: string | undefined;
  readonly orderId: string | undefined;
  readonly amount: Fen;
  readonly outcome: ReceiptOutcome;
  readonly foundBy: FoundBy;
  readonly paidAt: Date;
}

/** A receipt on its way back, whole. */
export interface Refund {
  readonly id: string;
  readonly version: number;
  readonly receiptId: string;
  readonly orderId: string;
  readonly refundNo: string;
  readonly amount: Fen;
  readonly reason: RefundReason;
  readonly state: RefundState;
  readonly tries: number;
  readonly createdAt: Date;
  readonly doneAt: Date | undefined;
}
