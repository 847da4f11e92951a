import { type Kysely, sql } from 'kysely';
import type { Expiring, RetentionStore } from '../jobs/retention-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

/** Where each kind lies, and the column that tells when its time is over. */
const PLACES: Readonly<Record<Expiring, readonly [table: keyof DatabaseSchema, column: string]>> = {
  session: ['session', 'until'],
  once: ['once', 'until'],
  captcha: ['captcha', 'until'],
  code: ['one_time_code', 'until'],
  'order-query': ['order_query', 'until'],
  upload: ['upload', 'until'],
  link: ['link', 'until'],
  'rate-limit': ['rate_limit', 'tat'],
  // Also those that were never answered: what they ask is personal.
  'identity-attempt': ['identity_attempt', 'lease_until'],
  'over-message': ['outbox', 'until'],
  'stuck-message': ['outbox', 'stuck_at'],
  'stray-material': ['stray_material', 'seen_at'],
  'payment-notification': ['payment_notification', 'ended_at'],
  'message-key': ['message_key', 'put_at'],
};

export function retentionRecords(db: Kysely<DatabaseSchema>): RetentionStore {
  return {
    async deleteExpired(what, { before, most }) {
      const [table, column] = PLACES[what];
      const { numAffectedRows } = await sql`
        delete from ${sql.table(table)} where ctid = any (array(
          select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${before}
          limit ${most} for update skip locked))`.execute(db);
      return Number(numAffectedRows ?? 0);
    },
    async setAsideMessages({ before, most }) {
      const { numAffectedRows } = await sql`
        update outbox set stuck_at = now() where id = any (array(
          select id from outbox where stuck_at is null and created_at < ${before}
          limit ${most} for update skip locked))`.execute(db);
      return Number(numAffectedRows ?? 0);
    },
    untouchedOrders: ({ before, most }) =>
      db
        .selectFrom('order')
        .select(['id', 'version'])
        // As the index has them, and as the machine lets them lapse.
        .where('state', 'in', ['drafting', 'filled', 'confirmed', 'submitted', 'signed'])
        .where('payment', 'in', ['not-asked', 'free', 'awaiting'])
        .where('changed_at', '<', before)
        // Its money may be on the account already: finance says first whether it is.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('collection')
                .innerJoin('remittance', 'remittance.collection_id', 'collection.id')
                .select('collection.id')
                .whereRef('collection.order_id', '=', 'order.id')
                .where('collection.state', '=', 'open')
                .where('remittance.refused_at', 'is', null),
            ),
          ),
        )
        .orderBy('changed_at')
        .limit(most)
        .execute(),
    async strayMaterials(keys, { before, now }) {
      const { rows } = await sql<{ key: string }>`
        with stray as (
          select key from unnest(${keys}::text[]) as stored (key)
          where not exists (select from material where material.document->>'storeKey' = stored.key)
            and not exists (select from seal where png_key = stored.key)
            and not exists (select from seal where svg_key = stored.key)
        ), seen as (
          insert into stray_material (key, seen_at) select key, ${now} from stray on conflict do nothing
        )
        select key from stray join stray_material using (key) where seen_at < ${before}`.execute(db);
      return rows.map(({ key }) => key);
    },
  };
}
