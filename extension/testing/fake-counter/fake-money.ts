import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';

/** What a counter of tests and drawings keeps of an order's money. */
export interface FakeMoney {
  codes: PaymentView['codes'];
  /** Nobody takes money just now. */
  noWays?: true;
  transfer?: PaymentView['transfer'];
  refunds: PaymentView['refunds'];
  invoices: PaymentView['invoices'];
  paid?: { readonly at: string; readonly by: NonNullable<PaymentView['paidBy']> };
}
