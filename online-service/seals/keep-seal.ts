import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { MaterialStore } from '../materials/store/material-store.ts';
import type { Order } from '../orders/order.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { Transact } from '../stores.ts';
import type { SealKind, SealPicture } from './seal.ts';
import { type KeptSeal, keysOf } from './seal-store.ts';

export interface KeepSealTools {
  readonly transact: Transact;
  /** Seals what it stores. */
  readonly materials: Pick<MaterialStore, 'put' | 'remove'>;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface SealToKeep {
  readonly order: Pick<Order, 'id' | 'number'>;
  readonly kind: SealKind;
  /** With a drawing it was generated, without one cut from a sheet. */
  readonly picture: SealPicture & { readonly svg?: string };
  /** Whoever has made or approved it, for the audit: a name among the staff. */
  readonly staff: string;
}

/** Domain 3.11: a seal is always kept with its order; a new one takes the place of the order's earlier one of its kind. */
export async function keepSeal(tools: KeepSealTools, { order, kind, picture, staff }: SealToKeep): Promise<KeptSeal> {
  const { png, svg, width, height } = picture;
  const made = svg === undefined ? 'sampled' : 'generated';
  const [pngKey, svgKey] = [newKey(order.id), svg === undefined ? undefined : newKey(order.id)];
  // First the bytes: a seal whose pictures were never stored must not be named by a row.
  await tools.materials.put(pngKey, png);
  if (svg !== undefined && svgKey !== undefined) await tools.materials.put(svgKey, Buffer.from(svg, 'utf8'));
  const seal: KeptSeal = {
    id: randomUUID(),
    orderId: order.id,
    kind,
    made,
    width,
    height,
    pngKey,
    svgKey,
    at: tools.now(),
  };
  const earlier = await tools.transact(async (stores) => {
    const replaced = await stores.seals.put(seal);
    // No hash of the picture: from a name anybody could make it again and compare.
    const details = { kind, made, replaced: replaced !== undefined };
    await stores.audit.add({ what: 'seal.kept', about: order.number, by: { kind: 'staff', id: staff }, details });
    return replaced;
  });
  for (const key of keysOf(earlier ? [earlier] : [])) await removeQuietly(tools, key);
  return seal;
}

function newKey(orderId: string): string {
  return `orders/${orderId}/${randomUUID()}`;
}

/** No row names it any more; the job for stray materials comes by. */
async function removeQuietly({ materials, log }: KeepSealTools, key: string): Promise<void> {
  await materials.remove(key).catch((fault: unknown) => {
    log.warn({ fault: safeFault(fault) }, 'a replaced seal could not be removed yet');
  });
}
