import type { Order } from '../orders/order.ts';
import type { SealKind } from './seal.ts';

export interface SealAskedFor {
  readonly kind: SealKind;
  /** Whose name is on it. */
  readonly name: string;
}

/** Which seals an order has asked for and paid. */
export function sealsOfOrder({ fields }: Pick<Order, 'fields'>): SealAskedFor[] {
  const company: SealAskedFor = { kind: 'company', name: fields['unit.name'] ?? '' };
  switch (fields['product.seal']) {
    case 'company':
      return [company];
    case 'company-and-legal-representative':
      return [company, { kind: 'legal-representative', name: fields['legal.name'] ?? '' }];
    case 'personal':
      return [{ kind: 'personal', name: fields['operator.name'] ?? '' }];
    default:
      return [];
  }
}
