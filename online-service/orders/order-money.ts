import type { Stores } from '../stores.ts';
import type { Order } from './order.ts';

/** What the orders need of those who take the money. */
export interface OrderMoney {
  /** The order is no longer to be paid: its codes are closed, and where it is cancelled, what was paid is owed back. */
  leave(stores: Stores, order: Order): Promise<void>;
  /** What the order has paid, in fen; nothing when it has not. */
  paid(stores: Stores, orderId: string): Promise<number>;
}
