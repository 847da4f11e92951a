import * as z from 'zod/mini';
import { orderVersion } from './order-view.ts';

/**
 * Server-sent events (WHATWG HTML 9.2) beside the operations: `GET /v1/orders/{id}/changes` with the order's bearer
 * token says, once at the beginning and after every change that somebody else has made, which version the order has. It
 * says nothing else: what has changed is read by `orders.read`.
 */
export const ORDER_CHANGES_PATH = '/v1/orders/{id}/changes';
export const orderChange = z.strictObject({ version: orderVersion });
export type OrderChange = z.infer<typeof orderChange>;
