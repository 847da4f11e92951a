import { randomUUID } from 'node:crypto';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import type { MaterialTools } from './material-tools.ts';
import { refuseClosedSlot } from './open-slot.ts';
import { tooLarge } from './picture-refused.ts';

const UPLOAD_MS = 60 * 60_000;

export function beginUpload(tools: MaterialTools): OperationHandler<OnlineContract['materials.begin']> {
  return (input, asked) =>
    once(tools, { operation: 'materials.begin', input, asked }, async (stores) => {
      const order = await ownedOrder(stores, asked, input.id);
      refuseClosedSlot(order, input.slot);
      const limit = order.channel.materialLimitBytes;
      if (input.bytes > limit) return tooLarge(limit);
      const limited = await withinLimits(stores.limits, [[LIMITS_OF.picturesOfOrder, order.id]], tools);
      if (limited) return limited;
      const { slot, bytes, sha256 } = input;
      const until = new Date(tools.now().getTime() + UPLOAD_MS);
      const upload = { id: randomUUID(), orderId: order.id, slot, bytes, sha256, received: 0, until };
      const { id: uploadId, received: offset } = await stores.uploads.beginOrFind(upload);
      return ok({ uploadId, offset });
    });
}
