import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, type Ok, ok } from '@certbridge/shared/contract/result.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { refusing } from '../orders/refusing.ts';
import { viewOfOrder } from '../orders/view-of-order.ts';
import type { MaterialTools } from './material-tools.ts';
import { refuseClosedSlot } from './open-slot.ts';
import { removeQuietly } from './put-material.ts';

export function removeMaterial(tools: MaterialTools): OperationHandler<OnlineContract['materials.remove']> {
  return (input, asked) =>
    refusing(async () => {
      let done: { readonly result: Ok<OrderView>; readonly storeKey: string | undefined } | undefined;
      const result = await once(tools, { operation: 'materials.remove', input, asked }, async (stores) => {
        const { id } = await ownedOrder(stores, asked, input.id);
        // Nobody submits it, or puts another picture there, meanwhile.
        const order = await stores.orders.findToChange(id);
        if (!order) return fail('ORDER_UNKNOWN');
        refuseClosedSlot(order, input.slot);
        const storeKey = order.materials.find(({ slot }) => slot === input.slot)?.storeKey;
        await stores.orders.removeMaterial(id, input.slot);
        const result = ok(viewOfOrder(await ownedOrder(stores, asked, id), tools));
        done = { result, storeKey };
        return result;
      });
      // The reply of a twin that was faster: what this one saw in the slot may stand there still.
      if (result === done?.result) await removeQuietly(tools, done.storeKey);
      return result;
    });
}
