import type { Account, Posting } from '@certbridge/shared/domain/payment/postings.ts';

export interface NewPosting {
  /** What it is about, once: a second posting of the same name changes nothing. */
  readonly name: string;
  readonly entries: Posting;
  readonly orderId: string | undefined;
}

export type Balances = Readonly<Record<Account, number>>;

export interface LedgerStore {
  post(posting: NewPosting): Promise<void>;
  balances(): Promise<Balances>;
  /** Orders whose books say something else than their payment's state; empty when all is well. */
  ordersOutOfBalance(most: number): Promise<string[]>;
}
