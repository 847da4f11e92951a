import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';

/** By code on a phone, or by bank. */
export type Tab = 'codes' | 'transfer';

export function hasBoth({ codeWays, transfer }: PaymentView): boolean {
  return codeWays.length > 0 && transfer !== undefined;
}

/** Where there is only one, nobody is asked. */
export function shownTab(payment: PaymentView, chosen: Tab): Tab {
  if (hasBoth(payment)) return chosen;
  return payment.transfer ? 'transfer' : 'codes';
}
