import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { MoneyHolder } from '@certbridge/shared/domain/payment/postings.ts';
import type { Collection, PaymentWay, Receipt, Refund } from './collection.ts';

export type NewCollection = Omit<Collection, 'id' | 'version' | 'looks' | 'code'>;
export type CollectionChanges = Partial<Pick<Collection, 'state' | 'code' | 'expiresAt' | 'lookAt' | 'looks'>>;

export interface Lease {
  readonly now: Date;
  readonly leaseMs: number;
  readonly most: number;
}

export interface CollectionStore {
  /** Undefined: the order has one of this way already that is not at its end. */
  add(collection: NewCollection): Promise<Collection | undefined>;
  findByTrade(tradeNo: string): Promise<Collection | undefined>;
  /** As it stands now, and nobody else changes it before this transaction is over. The order is locked first, if at all. */
  findToChange(id: string): Promise<Collection | undefined>;
  /** Oldest first. */
  ofOrder(orderId: string): Promise<Collection[]>;
  /** Compare-and-set on the version; undefined when somebody else was faster. `lookAt: undefined` ends the looking. */
  change(collection: Collection, changes: CollectionChanges): Promise<Collection | undefined>;
  /** Those of the ways whose time to be looked after has come; each is out of others' sight for the lease. */
  takeDue(ways: readonly CodeWay[], lease: Lease): Promise<Collection[]>;
}

export interface ReceiptStore {
  /** False: this transaction is known already. */
  add(receipt: Receipt): Promise<boolean>;
  find(id: string): Promise<Receipt | undefined>;
  isKnown(holder: MoneyHolder, transactionId: string): Promise<boolean>;
  ofOrder(orderId: string): Promise<Receipt[]>;
}

export type NewRefund = Omit<Refund, 'version' | 'state' | 'tries' | 'doneAt'>;
export type RefundChanges = Partial<Pick<Refund, 'state' | 'tries' | 'doneAt'>> & {
  readonly nextAt?: Date | undefined;
};

export interface RefundStore {
  /** False: the receipt is on its way back already. */
  add(refund: NewRefund): Promise<boolean>;
  findByNumber(refundNo: string): Promise<Refund | undefined>;
  ofOrder(orderId: string): Promise<Refund[]>;
  change(refund: Refund, changes: RefundChanges): Promise<Refund | undefined>;
  takeDue(lease: Lease): Promise<Refund[]>;
  stuck(): Promise<Refund[]>;
}

/** What a provider has told, as it came: kept before it is thanked for. */
export interface KeptNotification {
  readonly id: string;
  readonly provider: CodeWay;
  /** The provider's own id: repetitions have the same. */
  readonly key: string;
  readonly raw: Uint8Array;
  readonly keptAt: Date;
}

export interface LeftNotification extends Omit<KeptNotification, 'raw'> {
  /** Throws when its master key is not here. */
  open(): Promise<Uint8Array>;
}

export interface NotificationStore {
  /** Undefined: it is kept already, and what it says has been done. */
  keep(notification: Omit<KeptNotification, 'id' | 'keptAt'>): Promise<string | undefined>;
  /** Nothing is left to do about it. */
  end(id: string): Promise<void>;
  /**
   * Those which were kept and not ended: whoever took them died, or met a fault. Each is out of others' sight for the
   * lease, and behind those that were not taken up yet.
   */
  takeUnended(lease: Lease): Promise<LeftNotification[]>;
}

/** What the applicant says of a remittance, beside its collection. */
export interface Remittance {
  readonly collectionId: string;
  readonly payer: string;
  readonly paidOn: string;
  readonly handedInAt: Date;
  /** Finance has not found it. */
  readonly refusedAt: Date | undefined;
  readonly refusal: string | undefined;
}

export interface WaitingRemittance {
  readonly remittance: Remittance;
  readonly collection: Collection;
  readonly orderNumber: string;
  readonly way: PaymentWay;
}

export interface RemittanceStore {
  /** In the place of what was announced before. */
  put(remittance: Remittance): Promise<void>;
  find(collectionId: string): Promise<Remittance | undefined>;
  /** Handed in, neither found nor refused; oldest first. */
  waiting(): Promise<WaitingRemittance[]>;
}
