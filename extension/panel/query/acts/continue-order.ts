import type { Panel } from '../../panel-controller.ts';
import type { QueryDesk } from '../state/query-desk.ts';

/** Where it stopped: the order's own screens take over, with the session that sees it here. */
export async function continueOrder(desk: QueryDesk, id: string, panel: Pick<Panel, 'go'>): Promise<void> {
  await desk.acts.perform({ kind: 'continue', orderId: id }, async () => {
    const order = await desk.ask('orders.read', { id });
    const token = desk.session.token.peek();
    if (order.ok && token !== undefined) {
      panel.go({ name: 'order', start: { kind: 'order', order: order.value, token, ofPerson: true } });
    }
    return order;
  });
}
