import { PaidPage } from './paid-page.tsx';
import { PayPage } from './pay-page.tsx';
import { loadPayWords } from './pay-words.ts';
import { PaymentNotes } from './view/payment-notes.tsx';

/** What is loaded when somebody pays, or looks at what was paid: the parts, with their words. */
export async function payParts() {
  await loadPayWords();
  return { PayPage, PaidPage, PaymentNotes };
}
