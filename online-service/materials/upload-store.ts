import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';

/** A picture that is arriving piece by piece. */
export interface Upload {
  readonly id: string;
  readonly orderId: string;
  readonly slot: MaterialSlot;
  readonly bytes: number;
  readonly sha256: string;
  /** How far it has come: the offset of the next piece. */
  readonly received: number;
  readonly until: Date;
}

export interface UploadStore {
  /** The one that is under way for the same content in the same slot, or this new one. */
  beginOrFind(upload: Upload): Promise<Upload>;
  /** Of this order, and not over. */
  find(orderId: string, id: string, now: Date): Promise<Upload | undefined>;
  /** False when another piece came first at this offset. */
  append(upload: Upload, piece: Uint8Array): Promise<boolean>;
  pieces(uploadId: string): Promise<Uint8Array[]>;
  remove(id: string): Promise<void>;
}
