import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';
import { provenMobile, valuesOf } from './authorisation-code.ts';

/**
 * Domain 3.1, 8: the password of a certificate goes to the phone that the legal representative was checked by, never to the
 * operator and never by mail. False: the unit was checked by its account, and the password goes with a transfer.
 */
export async function sendCertificatePassword(stores: Stores, order: Order, password: string): Promise<boolean> {
  const mobile = provenMobile(order);
  if (mobile === undefined) return false;
  const values = { ...valuesOf(order), password };
  const message = { kind: 'sms', to: mobile, template: 'certificate-password', values } as const;
  await stores.outbox.put(message, { key: `certificate-password ${order.id} ${order.version}` });
  return true;
}
