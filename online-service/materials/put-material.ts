import { randomUUID } from 'node:crypto';
import type { Failed } from '@certbridge/shared/contract/result.ts';
import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';
import type { Order } from '../orders/order.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { Stores } from '../stores.ts';
import type { MaterialTools } from './material-tools.ts';
import { refuseClosedSlot } from './open-slot.ts';
import { type PictureError, pictureRefused } from './picture-refused.ts';
import { checkPicture } from './pictures/check-picture.ts';
import { type CheckedPicture, PIXEL_LIMITS } from './pictures/picture.ts';

export interface Stored {
  readonly storeKey: string;
  readonly picture: CheckedPicture;
}

/** Checked and stored before any row names it: a crash in between leaves a file that no order knows, and a job removes it. */
export async function storePicture(
  tools: MaterialTools,
  order: Order,
  bytes: Uint8Array,
): Promise<{ ok: true; value: Stored } | Failed<PictureError>> {
  const maxBytes = order.channel.materialLimitBytes;
  const checked = await checkPicture(bytes, { maxBytes, ...PIXEL_LIMITS });
  if (!checked.ok) return pictureRefused(checked.refusal, maxBytes);
  const storeKey = `orders/${order.id}/${randomUUID()}`;
  await tools.materials.put(storeKey, checked.picture.bytes);
  return { ok: true, value: { storeKey, picture: checked.picture } };
}

export interface IntoSlot {
  readonly order: Order;
  readonly slot: MaterialSlot;
  readonly stored: Stored;
}

/** In the place of the earlier picture, as long as the order still takes one. */
export async function putIntoSlot(stores: Stores, { order, slot, stored }: IntoSlot, now: Date): Promise<void> {
  refuseClosedSlot(order, slot);
  const { bytes, kind, width, height } = stored.picture;
  const at = now.toISOString();
  await stores.orders.putMaterial(order.id, {
    slot,
    bytes: bytes.length,
    kind,
    width,
    height,
    at,
    storeKey: stored.storeKey,
  });
}

/** What no row names any more. That it could not be removed is no reason to fail the upload: the job comes by. */
export async function removeQuietly(tools: MaterialTools, storeKey: string | undefined): Promise<void> {
  if (storeKey === undefined) return;
  await tools.materials.remove(storeKey).catch((fault: unknown) => {
    tools.log.warn({ fault: safeFault(fault) }, 'a replaced material could not be removed yet');
  });
}
