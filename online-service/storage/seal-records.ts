import type { Kysely, Selectable } from 'kysely';
import type { KeptSeal, SealStore } from '../seals/seal-store.ts';
import type { DatabaseSchema, SealTable } from './database-schema.ts';

const COLUMNS = ['id', 'order_id', 'kind', 'made', 'width', 'height', 'png_key', 'svg_key', 'at'] as const;

export function sealRecords(db: Kysely<DatabaseSchema>): SealStore {
  return {
    async put({ orderId, pngKey, svgKey, ...plain }) {
      const earlier = await db
        .deleteFrom('seal')
        .where('order_id', '=', orderId)
        .where('kind', '=', plain.kind)
        .returning(COLUMNS)
        .executeTakeFirst();
      await db
        .insertInto('seal')
        .values({ ...plain, order_id: orderId, png_key: pngKey, svg_key: svgKey ?? null })
        .execute();
      return earlier && sealOf(earlier);
    },
    async ofOrder(orderId) {
      const rows = db.selectFrom('seal').select(COLUMNS).where('order_id', '=', orderId).orderBy('kind');
      return (await rows.execute()).map(sealOf);
    },
    async removeOf(orderId) {
      await db.deleteFrom('seal').where('order_id', '=', orderId).execute();
    },
  };
}

function sealOf({ order_id, png_key, svg_key, ...plain }: Selectable<SealTable>): KeptSeal {
  return { ...plain, orderId: order_id, pngKey: png_key, svgKey: svg_key ?? undefined };
}
