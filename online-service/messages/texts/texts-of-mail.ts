import type { MailTemplate } from '../../outbox/outbox.ts';
import type { WriteMail } from './mail-text.ts';
import { orderCancelled } from './order-cancelled.ts';
import { orderSigned } from './order-signed.ts';

/** Complete by type: a template without a text does not compile. */
export const TEXTS_OF_MAIL: Readonly<Record<MailTemplate, WriteMail>> = {
  'order-signed': orderSigned,
  'order-cancelled': orderCancelled,
};
