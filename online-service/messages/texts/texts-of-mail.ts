import type { MailTemplate } from '../../outbox/outbox.ts';
import { expiryReminder } from './expiry-reminder.ts';
import { invoice } from './invoice.ts';
import type { WriteMail } from './mail-text.ts';
import { moneyReturns } from './money-returns.ts';
import { orderApproved } from './order-approved.ts';
import { orderCancelled } from './order-cancelled.ts';
import { orderPaid } from './order-paid.ts';
import { orderPosted } from './order-posted.ts';
import { orderReturned } from './order-returned.ts';
import { orderSigned } from './order-signed.ts';
import { redInvoice } from './red-invoice.ts';
import { refundDone } from './refund-done.ts';
import { remittanceNotFound } from './remittance-not-found.ts';

/** Complete by type: a template without a text does not compile. */
export const TEXTS_OF_MAIL: Readonly<Record<MailTemplate, WriteMail>> = {
  'order-signed': orderSigned,
  'order-cancelled': orderCancelled,
  'order-paid': orderPaid,
  'money-returns': moneyReturns,
  'refund-done': refundDone,
  invoice,
  'red-invoice': redInvoice,
  'remittance-not-found': remittanceNotFound,
  'order-approved': orderApproved,
  'order-returned': orderReturned,
  'order-posted': orderPosted,
  'expiry-reminder': expiryReminder,
};
