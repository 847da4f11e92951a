import type { Kysely } from 'kysely';
import type { LinkStore } from '../links/link-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function linkRecords(db: Kysely<DatabaseSchema>): LinkStore {
  return {
    async add(hash, { orderId, leadsTo, target, until }) {
      await db.insertInto('link').values({ hash, order_id: orderId, leads_to: leadsTo, target, until }).execute();
    },
    async find(hash, now) {
      const row = await db
        .selectFrom('link')
        .selectAll()
        .where('hash', '=', hash)
        .where('until', '>', now)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return row && { orderId: row.order_id, leadsTo: row.leads_to, target: row.target, until: row.until };
    },
    async useUp(hash, now) {
      const used = await db
        .updateTable('link')
        .set({ used_at: now })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .returning('hash')
        .executeTakeFirst();
      return used !== undefined;
    },
  };
}
