import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { RemittanceStore } from '../payments/payment-stores.ts';
import type { RecordPlace, SealedRecords } from '../personal-data/sealed-record.ts';
import { read } from './collection-records.ts';
import type { DatabaseSchema } from './database-schema.ts';

const announced = z.object({ payer: z.string(), paidOn: z.string() });
const MOST_LISTED = 1_000;

export function remittanceRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): RemittanceStore {
  const opened = async (row: Row) => ({
    collectionId: row.collection_id,
    ...announced.parse(await records.open(placeOf(row.collection_id), row.sealed)),
    handedInAt: row.handed_in_at,
    refusedAt: row.refused_at ?? undefined,
    refusal: row.refusal ?? undefined,
  });
  return {
    async put({ collectionId, payer, paidOn, handedInAt, refusedAt, refusal }) {
      const values = {
        sealed: await records.seal(placeOf(collectionId), { payer, paidOn }),
        handed_in_at: handedInAt,
        refused_at: refusedAt ?? null,
        refusal: refusal ?? null,
      };
      await db
        .insertInto('remittance')
        .values({ collection_id: collectionId, ...values })
        .onConflict((conflict) => conflict.column('collection_id').doUpdateSet(values))
        .execute();
    },
    async find(collectionId) {
      const row = await db
        .selectFrom('remittance')
        .selectAll()
        .where('collection_id', '=', collectionId)
        .executeTakeFirst();
      return row && opened(row);
    },
    async waiting() {
      const rows = await db
        .selectFrom('remittance')
        .innerJoin('collection', 'collection.id', 'remittance.collection_id')
        .innerJoin('order', 'order.id', 'collection.order_id')
        .selectAll(['remittance', 'collection'])
        .select('order.number')
        .where('collection.state', '=', 'open')
        .where('remittance.refused_at', 'is', null)
        .orderBy('remittance.handed_in_at')
        .limit(MOST_LISTED)
        .execute();
      return Promise.all(
        rows.map(async (row) => ({
          remittance: await opened(row),
          collection: read(row),
          orderNumber: row.number,
          way: row.way,
        })),
      );
    },
  };
}

interface Row {
  readonly collection_id: string;
  readonly sealed: Uint8Array;
  readonly handed_in_at: Date;
  readonly refused_at: Date | null;
  readonly refusal: string | null;
}

function placeOf(collectionId: string): RecordPlace {
  return { table: 'remittance', id: collectionId, purpose: 'announced' };
}
