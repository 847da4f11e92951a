import { type Kysely, type Selectable, sql } from 'kysely';
import type { Collection } from '../payments/collection.ts';
import type { CollectionStore } from '../payments/payment-stores.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { CollectionTable } from './payment-tables.ts';

export function collectionRecords(db: Kysely<DatabaseSchema>): CollectionStore {
  const one = () => db.selectFrom('collection').selectAll();
  return {
    async add({ orderId, way, tradeNo, amount, state, expiresAt, lookAt, createdAt }) {
      const row = await db
        .insertInto('collection')
        .values({
          order_id: orderId,
          way,
          trade_no: tradeNo,
          amount,
          state,
          expires_at: expiresAt,
          look_at: lookAt ?? null,
          created_at: createdAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && read(row);
    },
    async findByTrade(tradeNo) {
      const row = await one().where('trade_no', '=', tradeNo).executeTakeFirst();
      return row && read(row);
    },
    async findToChange(id) {
      const row = await one().where('id', '=', id).forUpdate().executeTakeFirst();
      return row && read(row);
    },
    async ofOrder(orderId) {
      const rows = await one().where('order_id', '=', orderId).orderBy('created_at').orderBy('trade_no').execute();
      return rows.map(read);
    },
    async change(collection, { state, code, expiresAt, looks, ...rest }) {
      const row = await db
        .updateTable('collection')
        .set({
          version: collection.version + 1,
          ...(state ? { state } : {}),
          ...(code === undefined ? {} : { code }),
          ...(expiresAt ? { expires_at: expiresAt } : {}),
          ...(looks === undefined ? {} : { looks }),
          ...('lookAt' in rest ? { look_at: rest.lookAt ?? null } : {}),
        })
        .where('id', '=', collection.id)
        .where('version', '=', collection.version)
        .returningAll()
        .executeTakeFirst();
      return row && read(row);
    },
    async takeDue(ways, { now, leaseMs, most }) {
      const rows = await db
        .with('due', (cte) =>
          cte
            .selectFrom('collection')
            .select('id')
            .where('look_at', '<=', now)
            .where('way', 'in', ways)
            .orderBy('look_at')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('collection')
        .from('due')
        .set({
          look_at: new Date(now.getTime() + leaseMs),
          looks: sql<number>`looks + 1`,
          version: sql<number>`version + 1`,
        })
        .whereRef('collection.id', '=', 'due.id')
        .returningAll('collection')
        .execute();
      return rows.map(read);
    },
  };
}

export function read(row: Selectable<CollectionTable>): Collection {
  return {
    id: row.id,
    version: row.version,
    orderId: row.order_id,
    way: row.way,
    tradeNo: row.trade_no,
    amount: row.amount,
    state: row.state,
    code: row.code ?? undefined,
    expiresAt: row.expires_at,
    lookAt: row.look_at ?? undefined,
    looks: row.looks,
    createdAt: row.created_at,
  };
}
