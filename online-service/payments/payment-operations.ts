import { checkPayment } from './check-payment.ts';
import { openCollection } from './open-collection.ts';
import type { PaymentTools } from './payment-tools.ts';
import { readPayment } from './read-payment.ts';
import { announceRemittance } from './remittance/announce-remittance.ts';

export function paymentOperations(tools: PaymentTools) {
  return {
    'payments.read': readPayment(tools),
    'payments.open': openCollection(tools),
    'payments.check': checkPayment(tools),
    'payments.remit': announceRemittance(tools),
  };
}
