import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { ORDER_ERRORS } from '@certbridge/shared/contract/online/online-operation.ts';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { type Failed, fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { Asked } from '../asked.ts';
import { onceWith } from '../once/once.ts';
import type { Stores } from '../stores.ts';
import { refuseStale } from './move-order.ts';
import type { Order } from './order.ts';
import { SecondOrder } from './order-store.ts';
import type { OrderTools } from './order-tools.ts';
import { ownedBy, ownedOrder } from './owned-order.ts';
import { viewOfOrder } from './view-of-order.ts';

type OrderError = (typeof ORDER_ERRORS)[number];

export interface OrderStepRequest {
  readonly operation: string;
  readonly input: { readonly id: string; readonly version: number };
  readonly asked: Asked;
  /** Nobody else changes the order, or what belongs to it, while this step decides. */
  readonly alone?: boolean;
}

/** Like a failed result, an order that a step has changed ends the transaction with its changes kept. */
export type StepOutcome<Code extends ErrorCode> = Order | Failed<Code>;

/** What every step of an order has in common: once, the owner, the version that was seen, and the view as the reply. */
export async function orderStep<Code extends ErrorCode = never>(
  tools: OrderTools,
  request: OrderStepRequest,
  step: (order: Order, stores: Stores) => Promise<StepOutcome<Code>>,
): Promise<Result<OrderView, Code | OrderError>> {
  const { input, asked } = request;
  try {
    const look = ({ orders }: Stores) => (request.alone ? orders.findToChange(input.id) : orders.find(input.id));
    return await onceWith(tools, { ...request, look }, async (stores, found) => {
      const order = ownedBy(asked, found);
      refuseStale(order, input.version);
      const outcome = await step(order, stores);
      return 'ok' in outcome ? outcome : ok(viewOfOrder(outcome, tools));
    });
  } catch (thrown) {
    if (thrown instanceof SecondOrder) return (await unfinished(tools, request)) as Failed<Code>;
    throw thrown;
  }
}

/** The other order was begun between our look and our write: the constraint has held, and it is named now. */
function unfinished(tools: OrderTools, { input, asked }: OrderStepRequest): Promise<Failed> {
  return tools.transact(async (stores) => {
    const order = await ownedOrder(stores, asked, input.id);
    const number = order.person && (await stores.orders.unfinishedBeside(order, order.person));
    return number ? fail('ORDER_UNFINISHED', { values: { number } }) : fail('ORDER_CHANGED');
  });
}
