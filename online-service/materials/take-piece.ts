import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { refusing } from '../orders/refusing.ts';
import type { Stores } from '../stores.ts';
import type { MaterialTools } from './material-tools.ts';
import { tooLarge } from './picture-refused.ts';
import type { Upload } from './upload-store.ts';

type Piece = OnlineContract['materials.piece'];

/** A piece that came already is answered as if it came now; one that leaves a gap is told where to go on. */
export function takePiece(tools: MaterialTools): OperationHandler<Piece> {
  return (input, asked) =>
    refusing(() =>
      tools.transact(async (stores) => {
        const order = await ownedOrder(stores, asked, input.id);
        const upload = await stores.uploads.find(order.id, input.uploadId, tools.now());
        return upload ? append(stores, upload, input) : fail('UPLOAD_UNKNOWN');
      }),
    );
}

async function append(stores: Stores, upload: Upload, { offset, data }: InputOf<Piece>): Promise<ResultOf<Piece>> {
  if (offset > upload.received) return fail('UPLOAD_OFFSET', { values: { offset: upload.received } });
  if (offset < upload.received) return ok({ offset: upload.received });
  const piece = Buffer.from(data, 'base64');
  if (upload.received + piece.length > upload.bytes) return tooLarge(upload.bytes);
  // Its twin was faster and has brought the same bytes.
  await stores.uploads.append(upload, piece);
  return ok({ offset: upload.received + piece.length });
}
