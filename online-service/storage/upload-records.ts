import type { MaterialSlot } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Upload, UploadStore } from '../materials/upload-store.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema, UploadTable } from './database-schema.ts';

export function uploadRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): UploadStore {
  return {
    async beginOrFind({ id, orderId, slot, bytes, sha256, until }) {
      const row = await db
        .insertInto('upload')
        .values({ id, order_id: orderId, slot, bytes, sha256, until })
        .onConflict((conflict) => conflict.columns(['order_id', 'slot', 'sha256']).doUpdateSet({ until }))
        .returningAll()
        .executeTakeFirstOrThrow();
      return uploadOf(row);
    },
    async find(orderId, id, now) {
      const row = await db
        .selectFrom('upload')
        .selectAll()
        .where('id', '=', id)
        .where('order_id', '=', orderId)
        .where('until', '>', now)
        .executeTakeFirst();
      return row && uploadOf(row);
    },
    async append(upload, piece) {
      const moved = await db
        .updateTable('upload')
        .set({ received: sql<number>`received + ${piece.length}` })
        .where('id', '=', upload.id)
        .where('received', '=', upload.received)
        .returning('id')
        .executeTakeFirst();
      if (!moved) return false;
      const sealed = await records.seal(placeOf(upload.id, upload.received), {
        data: Buffer.from(piece).toString('base64'),
      });
      await db.insertInto('upload_piece').values({ upload_id: upload.id, at_byte: upload.received, sealed }).execute();
      return true;
    },
    async pieces(uploadId) {
      const rows = await db
        .selectFrom('upload_piece')
        .select(['at_byte', 'sealed'])
        .where('upload_id', '=', uploadId)
        .orderBy('at_byte')
        .execute();
      return Promise.all(
        rows.map(async ({ at_byte, sealed }) => dataOf(await records.open(placeOf(uploadId, at_byte), sealed))),
      );
    },
    async remove(id) {
      await db.deleteFrom('upload').where('id', '=', id).execute();
    },
  };
}

function placeOf(uploadId: string, at: number) {
  return { table: 'upload_piece', id: `${uploadId}/${at}`, purpose: 'data' };
}

function dataOf(opened: unknown): Uint8Array {
  if (typeof opened === 'object' && opened !== null && 'data' in opened && typeof opened.data === 'string') {
    return Buffer.from(opened.data, 'base64');
  }
  throw new Error('a stored piece has no data');
}

function uploadOf(row: Selectable<UploadTable>): Upload {
  const { id, order_id: orderId, slot, bytes, sha256, received, until } = row;
  return { id, orderId, slot: slot as MaterialSlot, bytes, sha256, received, until };
}
