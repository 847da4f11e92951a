import type { OrderSummary } from '@certbridge/shared/contract/online/order-view.ts';

/** The one thing that its owner can do now to bring an order on; undefined while others are at work, or all is done. */
export function nextAct({ actions, state }: Pick<OrderSummary, 'actions' | 'state'>) {
  if (state === 'returned' && actions.includes('edit')) return 'correct';
  if (actions.includes('pay')) return 'pay';
  return actions.includes('continue') ? 'continue' : undefined;
}
