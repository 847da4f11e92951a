import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';

/** What a counter of tests and drawings keeps of an order's money. */
export interface FakeMoney {
  codes: PaymentView['codes'];
  /** Nobody takes money just now. */
  noWays?: true;
  /** As it was announced. */
  transfer?: Omit<NonNullable<PaymentView['transfer']>, 'accounts' | 'remark'>;
  refunds: PaymentView['refunds'];
  invoices: PaymentView['invoices'];
  paid?: { readonly at: string; readonly by: NonNullable<PaymentView['paidBy']> };
}
