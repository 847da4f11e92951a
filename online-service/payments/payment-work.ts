import { CODE_WAYS } from '@certbridge/shared/contract/online/payments.ts';
import type { DueWork } from '../jobs/due-work.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';
import { followCollections } from './follow-collections.ts';
import type { PaymentSettings, SettleTools } from './payment-tools.ts';
import { takeUpNotifications } from './take-notification.ts';

/** What money needs when nobody asks: polls, refunds, and what was told and not yet obeyed. */
export function paymentWork(tools: SettleTools & Pick<PaymentSettings, 'providers'>): DueWork[] {
  return [
    ...CODE_WAYS.map((way) => ({ name: `follow-${way}`, run: () => followCollections(tools, [way]) })),
    { name: 'carry-out-refunds', run: () => carryOutRefunds(tools) },
    { name: 'take-up-notifications', run: () => takeUpNotifications(tools) },
  ];
}
