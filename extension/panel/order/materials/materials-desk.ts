import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { refreshOrder } from '../acts/refresh-order.ts';
import type { OrderSession } from '../state/order-session.ts';
import { createPhoneWait, type PhoneWait } from './phone-wait.ts';
import { pictureKind } from './picture-kind.ts';
import { shrinkPicture } from './shrink-picture.ts';
import { afterFailure, type SlotWork } from './slot-standing.ts';
import { uploadPicture } from './upload-picture.ts';

const HEAD_BYTES = 16;

export interface MaterialsDesk {
  readonly work: ReadonlySignal<ReadonlyMap<MaterialSlot, SlotWork>>;
  /** Addresses of the pictures that came from this computer. */
  readonly pictures: ReadonlySignal<ReadonlyMap<MaterialSlot, string>>;
  readonly phone: PhoneWait;
  /** Looks at a file before it is sent; the other slots are left in peace. */
  take(slot: MaterialSlot, file: Blob): Promise<void>;
  shrink(slot: MaterialSlot): Promise<void>;
  resume(slot: MaterialSlot): Promise<void>;
}

export function createMaterialsDesk(session: OrderSession, shrinkTo = shrinkPicture): MaterialsDesk {
  const work = signal<ReadonlyMap<MaterialSlot, SlotWork>>(new Map());
  const pictures = signal<ReadonlyMap<MaterialSlot, string>>(new Map());
  const chosen = new Map<MaterialSlot, Blob>();
  let begun = 0;
  let underWay = 0;
  const limitBytes = session.applied.channel.materialLimitBytes;

  function stands(slot: MaterialSlot, now: SlotWork | undefined): void {
    const next = new Map(work.peek());
    if (now) next.set(slot, now);
    else next.delete(slot);
    work.value = next;
  }

  async function send(slot: MaterialSlot, picture: Blob): Promise<void> {
    const order = session.order.peek();
    if (!order) return;
    const totalBytes = picture.size;
    let sentBytes = 0;
    const onProgress = (sent: number) => {
      sentBytes = sent;
      stands(slot, { kind: 'sending', sentBytes, totalBytes });
    };
    onProgress(0);
    const alone = underWay === 0;
    underWay += 1;
    begun += 1;
    const mine = begun;
    const bytes = new Uint8Array(await picture.arrayBuffer());
    const result = await uploadPicture(session, { orderId: order.id, slot, bytes, onProgress });
    underWay -= 1;
    // Meanwhile another picture was chosen for the slot.
    if (chosen.get(slot) !== picture) return;
    if (!result.ok) return stands(slot, afterFailure({ error: result.error, sentBytes, totalBytes }));
    session.adopt(result.value);
    // Of two that travel at once, neither reply is sure to know of the other.
    if (!alone || begun > mine) await refreshOrder(session);
    show(slot, picture);
    stands(slot, undefined);
  }

  function show(slot: MaterialSlot, picture: Blob): void {
    const before = pictures.peek().get(slot);
    if (before) URL.revokeObjectURL(before);
    pictures.value = new Map(pictures.peek()).set(slot, URL.createObjectURL(picture));
  }

  return {
    work,
    pictures,
    phone: createPhoneWait(session),
    async take(slot, file) {
      chosen.set(slot, file);
      const kind = pictureKind(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
      if (kind === null) return stands(slot, { kind: 'rejected', error: { code: 'MATERIAL_NOT_A_PICTURE' } });
      if (!kind) return stands(slot, { kind: 'rejected', error: { code: 'MATERIAL_KIND_NOT_ALLOWED' } });
      if (file.size > limitBytes) return stands(slot, { kind: 'too-large', bytes: file.size });
      await send(slot, file);
    },
    async shrink(slot) {
      const large = chosen.get(slot);
      if (!large) return;
      stands(slot, { kind: 'shrinking' });
      const small = await shrinkTo(large, limitBytes);
      if (chosen.get(slot) !== large) return;
      if (!small) return stands(slot, { kind: 'not-shrinkable' });
      chosen.set(slot, small);
      await send(slot, small);
    },
    async resume(slot) {
      const picture = chosen.get(slot);
      if (picture) await send(slot, picture);
    },
  };
}
