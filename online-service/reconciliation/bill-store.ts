import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { BillLine } from '../payments/payment-provider.ts';

/** `…-here`: the provider has it and we do not; `…-there`: the other way round. */
export const DIFFERENCES = [
  'payment-missing-here',
  'payment-missing-there',
  'payment-amount',
  'refund-missing-here',
  'refund-missing-there',
  'refund-amount',
] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];

export interface BillOfDay {
  readonly provider: CodeWay;
  /** In China: 2026-11-23. */
  readonly day: string;
}

export interface Difference extends BillOfDay {
  readonly id: string;
  readonly what: DifferenceKind;
  /** The provider's transaction, or our refund's number. */
  readonly reference: string;
  readonly tradeNo: string;
  readonly ours: number | undefined;
  readonly theirs: number | undefined;
  readonly foundAt: Date;
}

export interface BillStore {
  /** Those of the days whose bill has been read. */
  daysRead(provider: CodeWay, since: string): Promise<string[]>;
  /** The whole bill of a day; a line that is there already stays as it is. */
  keep(bill: BillOfDay, lines: readonly BillLine[]): Promise<void>;
  /**
   * Compares a day with our books and writes down what differs. What we have and the bill has not is held against the
   * day after as well: around midnight two clocks disagree.
   */
  compare(bill: BillOfDay): Promise<number>;
  open(): Promise<Difference[]>;
  /** Finance has dealt with it; false when it was not open. */
  workOff(id: string, about: { readonly by: string; readonly note: string }): Promise<boolean>;
}
