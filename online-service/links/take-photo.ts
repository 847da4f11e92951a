import { type Failed, fail, type Ok, ok } from '@certbridge/shared/contract/result.ts';
import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import type { MaterialTools } from '../materials/material-tools.ts';
import { refuseClosedSlot } from '../materials/open-slot.ts';
import { putIntoSlot, removeQuietly, storePicture } from '../materials/put-material.ts';
import { Refused } from '../refused.ts';
import { openLink } from './open-link.ts';

export type CameraLink = { readonly slot: MaterialSlot; readonly mostBytes: number };

export function cameraLink(tools: MaterialTools) {
  return async (token: string): Promise<CameraLink | undefined> => {
    const opened = await openLink(tools.transact, { leadsTo: 'camera', token, now: tools.now() });
    if (!opened) return undefined;
    return { slot: opened.link.target as MaterialSlot, mostBytes: opened.order.channel.materialLimitBytes };
  };
}

/** One picture for each link: it is used up in the transaction that puts the picture into its slot. */
export function takePhoto(tools: MaterialTools) {
  return async (token: string, bytes: Uint8Array): Promise<Ok<null> | Failed> => {
    const opened = await openLink(tools.transact, { leadsTo: 'camera', token, now: tools.now() });
    if (!opened) return fail('UPLOAD_UNKNOWN');
    const slot = opened.link.target as MaterialSlot;
    const limited = await tools.transact((stores) =>
      withinLimits(stores.limits, [[LIMITS_OF.picturesOfOrder, opened.order.id]], tools),
    );
    if (limited) return limited;
    const stored = await storePicture(tools, opened.order, bytes);
    if (!stored.ok) return stored;
    const replaces = opened.order.materials.find((material) => material.slot === slot)?.storeKey;
    try {
      await tools.transact(async (stores) => {
        const order = await stores.orders.findToChange(opened.order.id);
        if (!order || !(await stores.links.useUp(opened.hash, tools.now()))) throw new Refused(fail('UPLOAD_UNKNOWN'));
        refuseClosedSlot(order, slot);
        await putIntoSlot(stores, { order, slot, stored: stored.value }, tools.now());
      });
    } catch (thrown) {
      // After any other fault nobody knows whether the order names the picture already; the job finds out.
      if (!(thrown instanceof Refused)) throw thrown;
      await removeQuietly(tools, stored.value.storeKey);
      return thrown.failed;
    }
    await removeQuietly(tools, replaces);
    return ok(null);
  };
}
