import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { wait } from '@certbridge/shared/rpc/wait.ts';
import { backoff } from '../../../platform/backoff.ts';
import type { OrderSession } from '../state/order-session.ts';
import { base64 } from './base64.ts';
import { sha256Hex } from './sha256.ts';

/** What the service takes as one piece. */
export const PIECE_BYTES = 192 * 1024;
/** How often in a row a piece may get lost before the person is asked. */
const LOST_PIECES = 4;
const WAITS = { firstMs: 500, capMs: 8_000 };

export interface Upload {
  readonly orderId: string;
  readonly slot: MaterialSlot;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly onProgress: (sentBytes: number) => void;
}

type Asking = Pick<OrderSession, 'ask' | 'clock'>;

/**
 * Piece by piece. A bad line loses one piece, which is sent again; where the service is by then, it says itself. Begun
 * again with the same picture, the upload goes on where it stopped.
 */
export async function uploadPicture(asking: Asking, upload: Upload): Promise<Result<OrderView>> {
  const first = await uploadOnce(asking, upload);
  // It had been left lying for too long: from the beginning, then.
  return !first.ok && first.error.code === 'UPLOAD_UNKNOWN' ? uploadOnce(asking, upload) : first;
}

async function uploadOnce(asking: Asking, upload: Upload): Promise<Result<OrderView>> {
  const { orderId: id, slot, bytes } = upload;
  const sha256 = await sha256Hex(bytes);
  const begun = await asking.ask('materials.begin', { id, slot, bytes: bytes.length, sha256 });
  if (!begun.ok) return begun;
  const { uploadId, offset } = begun.value;
  const sent = await sendPieces(asking, upload, { uploadId, offset });
  return sent.ok ? asking.ask('materials.finish', { id, uploadId }) : sent;
}

interface Place {
  readonly uploadId: string;
  readonly offset: number;
}

async function sendPieces(asking: Asking, upload: Upload, from: Place): Promise<Result<unknown>> {
  const { orderId: id, bytes, onProgress } = upload;
  let { offset } = from;
  let lost = 0;
  onProgress(offset);
  while (offset < bytes.length) {
    const data = base64(bytes.subarray(offset, offset + PIECE_BYTES));
    const piece = await asking.ask('materials.piece', { id, uploadId: from.uploadId, offset, data });
    const wanted = piece.ok ? piece.value.offset : wantedOffset(piece.error);
    // An answer that leads no further is as good as none.
    lost = wanted !== undefined && wanted > offset ? 0 : lost + 1;
    if (!piece.ok && (lost > LOST_PIECES || !isPassing(piece.error))) return piece;
    if (lost > LOST_PIECES) return { ok: false, error: { code: 'UPLOAD_OFFSET', values: { offset } } };
    if (lost > 0) await pause(asking, lost);
    offset = wanted ?? offset;
    onProgress(offset);
  }
  return { ok: true, value: undefined };
}

function wantedOffset({ code, values }: PublicError): number | undefined {
  const offset = Number(values?.['offset']);
  return code === 'UPLOAD_OFFSET' && Number.isSafeInteger(offset) && offset >= 0 ? offset : undefined;
}

function isPassing({ code }: PublicError): boolean {
  return isLineTrouble(code) || code === 'UPLOAD_OFFSET';
}

/** Nothing is wrong with the picture: it can go on later. */
export function isLineTrouble(code: PublicError['code']): boolean {
  return code === 'SERVICE_UNREACHABLE' || code === 'DEADLINE_EXCEEDED' || code === 'SERVICE_NOT_READY';
}

function pause({ clock }: Asking, lost: number): Promise<void> {
  return wait(clock, backoff(lost - 1, WAITS), createCanceller().cancellation);
}
