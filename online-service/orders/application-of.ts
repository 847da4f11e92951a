import { createHash } from 'node:crypto';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { type Application, canonicalApplication } from '@certbridge/shared/domain/order/canonical-application.ts';
import type { Order } from './order.ts';

/** What the applicant confirms: the checked fields, not what was typed on the way. */
export function applicationOf(order: Order, fields: FormFields): Application {
  if (!order.price) throw new Error('an application without a price');
  return {
    orderNumber: order.number,
    channelId: order.channel.id,
    business: order.business,
    fields,
    price: order.price,
    agreements: order.agreements,
  };
}

export function digestOf(application: Application): string {
  return createHash('sha256').update(canonicalApplication(application), 'utf8').digest('hex');
}
