import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { eventsFrom } from '@certbridge/shared/domain/machines/machine.ts';
import { ORDER_MACHINE } from '@certbridge/shared/domain/machines/order-machine.ts';
import { isGivenUp } from '@certbridge/shared/domain/order/is-given-up.ts';
import type { Order } from './order.ts';

/** The buttons beside an order, from the table of what the applicant may do. */
export function actionsOn({ state, payment, digest, times }: Order): OrderView['actions'] {
  const events = eventsFrom(ORDER_MACHINE, { state, by: 'applicant' });
  const actions: OrderView['actions'] = [];
  if (events.some((event) => ['fill-in', 'confirm', 'submit', 'sign'].includes(event))) actions.push('continue');
  if (events.includes('edit')) actions.push('edit');
  if (payment === 'awaiting') actions.push('pay');
  if (digest !== undefined && !isGivenUp(state)) actions.push('application-form');
  if (times.invoiced !== undefined) actions.push('invoice');
  if (events.includes('receive')) actions.push('receive');
  if (events.includes('cancel')) actions.push('cancel');
  return actions;
}
