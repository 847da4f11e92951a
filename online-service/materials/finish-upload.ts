import { createHash } from 'node:crypto';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf } from '@certbridge/shared/contract/operation.ts';
import { type Failed, fail, type Ok, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { Asked } from '../asked.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { Order } from '../orders/order.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { refusing } from '../orders/refusing.ts';
import { viewOfOrder } from '../orders/view-of-order.ts';
import { Refused } from '../refused.ts';
import type { Stores } from '../stores.ts';
import type { MaterialTools } from './material-tools.ts';
import { refuseClosedSlot } from './open-slot.ts';
import type { PictureError } from './picture-refused.ts';
import { putIntoSlot, removeQuietly, type Stored, storePicture } from './put-material.ts';
import type { Upload } from './upload-store.ts';

type Finish = OnlineContract['materials.finish'];

/** Assembled, checked and stored outside the transaction; then put into its slot, or not, in one. */
export function finishUpload(tools: MaterialTools): OperationHandler<Finish> {
  return (input, asked) =>
    refusing(async () => {
      const arrived = await arrivedUpload(tools, input, asked);
      const stored = arrived ? await storeUpload(tools, arrived) : fail('UPLOAD_DIFFERS');
      const result = await once(tools, { operation: 'materials.finish', input, asked }, (stores) =>
        arrived ? intoSlot(tools, stores, { arrived, stored, asked }) : Promise.resolve(fail('UPLOAD_UNKNOWN')),
      );
      if (arrived && stored.ok) {
        await removeQuietly(tools, result.ok ? arrived.replaces : stored.value.storeKey);
      }
      return result;
    });
}

type StoreOutcome = Awaited<ReturnType<typeof storeUpload>>;

interface Finished {
  readonly arrived: Arrived;
  readonly stored: StoreOutcome;
  readonly asked: Asked;
}

async function intoSlot(
  tools: MaterialTools,
  stores: Stores,
  { arrived, stored, asked }: Finished,
): Promise<Result<OrderView, Extract<StoreOutcome, { ok: false }>['error']['code']>> {
  const { slot, id } = arrived.upload;
  // A picture that was refused is no use in pieces; one that is incomplete goes on.
  if (stored.ok || stored.error.code !== 'UPLOAD_OFFSET') await stores.uploads.remove(id);
  if (!stored.ok) return stored;
  const order = await stores.orders.findToChange(arrived.order.id);
  if (!order) throw new Refused(fail('ORDER_UNKNOWN'));
  await putIntoSlot(stores, { order, slot, stored: stored.value }, tools.now());
  return ok(viewOfOrder(await ownedOrder(stores, asked, order.id), tools));
}

interface Arrived {
  readonly order: Order;
  readonly upload: Upload;
  readonly bytes: Buffer;
  /** What was in the slot before. */
  readonly replaces: string | undefined;
}

/** Undefined when it is over, or was finished before: then the first reply is found. */
function arrivedUpload(tools: MaterialTools, input: InputOf<Finish>, asked: Asked): Promise<Arrived | undefined> {
  return tools.transact(async (stores) => {
    const order = await ownedOrder(stores, asked, input.id);
    const upload = await stores.uploads.find(order.id, input.uploadId, tools.now());
    if (!upload) return undefined;
    refuseClosedSlot(order, upload.slot);
    const limited = await withinLimits(stores.limits, [[LIMITS_OF.picturesOfOrder, order.id]], tools);
    if (limited) throw new Refused(limited);
    const replaces = order.materials.find(({ slot }) => slot === upload.slot)?.storeKey;
    return { order, upload, bytes: Buffer.concat(await stores.uploads.pieces(upload.id)), replaces };
  });
}

async function storeUpload(
  tools: MaterialTools,
  { order, upload, bytes }: Arrived,
): Promise<Ok<Stored> | Failed<PictureError | 'UPLOAD_OFFSET' | 'UPLOAD_DIFFERS'>> {
  if (upload.received < upload.bytes) return fail('UPLOAD_OFFSET', { values: { offset: upload.received } });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return sha256 === upload.sha256 ? storePicture(tools, order, bytes) : fail('UPLOAD_DIFFERS');
}
