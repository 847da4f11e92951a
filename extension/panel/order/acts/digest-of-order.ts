import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { canonicalApplication } from '@certbridge/shared/domain/order/canonical-application.ts';
import { sha256Hex } from '../materials/sha256.ts';

/** Of the application as this panel shows it; undefined while it has no price, and so is not complete. */
export async function digestOfOrder(order: OrderView): Promise<string | undefined> {
  const { number, channelId, business, fields, price, agreements } = order;
  if (!price) return undefined;
  const text = canonicalApplication({ orderNumber: number, channelId, business, fields, price, agreements });
  return sha256Hex(new TextEncoder().encode(text));
}
