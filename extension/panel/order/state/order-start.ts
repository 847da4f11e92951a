import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { LocalDraft } from '../draft/local-draft.ts';

/** The businesses that begin with the whole form. */
export const APPLICATIONS = { 'new-unit': 'unit', 'new-person': 'person' } as const;
export type ApplicationName = keyof typeof APPLICATIONS;

export function isApplication(business: string): business is ApplicationName {
  return Object.hasOwn(APPLICATIONS, business);
}

/**
 * With what an application is opened: nothing yet, what this computer has kept of it, or an order and the token for it.
 * A person's token opens all of his orders: it stays in memory, and is never kept.
 */
export type OrderStart =
  | { readonly kind: 'new'; readonly business: ApplicationName }
  | { readonly kind: 'draft'; readonly draft: LocalDraft; readonly personToken?: string }
  | { readonly kind: 'order'; readonly order: OrderView; readonly token: string; readonly ofPerson?: boolean };
