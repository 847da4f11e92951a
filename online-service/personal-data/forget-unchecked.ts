import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import type { Order } from '../orders/order.ts';
import type { OrderChanges } from '../orders/order-store.ts';
import { personOf } from '../query/person-of.ts';
import type { Stores } from '../stores.ts';
import type { BlindIndex } from './blind-index.ts';
import { forgetDetails } from './forget-details.ts';

export interface ForgetTools {
  readonly index: BlindIndex;
  readonly now: () => Date;
}

/**
 * For an order that ends: what it says of an operator who was never checked. By whose ID number it could be read or
 * erased, nobody knows, so it does not stay.
 */
export async function forgetUnchecked(stores: Stores, order: Order, tools: ForgetTools): Promise<OrderChanges> {
  if (order.person !== undefined && order.person === operatorOf(order, tools)) return {};
  const { person: _, ...forgotten } = await forgetDetails(stores, order);
  return forgotten;
}

function operatorOf({ fields }: Order, { index, now }: ForgetTools): string | undefined {
  const kind = idKind.safeParse(fields['operator.idKind']);
  const number = fields['operator.idNumber'];
  return kind.success && number ? personOf(index, { kind: kind.data, number }, chinaDate(now())) : undefined;
}
