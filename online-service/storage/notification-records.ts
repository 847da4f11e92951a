import { type Kysely, sql } from 'kysely';
import * as z from 'zod/mini';
import type { NotificationStore } from '../payments/payment-stores.ts';
import type { RecordPlace, SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';

const kept = z.object({ raw: z.string() });

/** Sealed: what a provider tells holds the payer's account. */
export function notificationRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): NotificationStore {
  return {
    async keep({ provider, key, raw }) {
      const sealed = await records.seal(placeOf(provider, key), { raw: Buffer.from(raw).toString('base64') });
      const row = await db
        .insertInto('payment_notification')
        .values({ provider, key, sealed })
        // One that nobody has ended yet may be taken up again by its repetition.
        .onConflict((conflict) =>
          conflict.columns(['provider', 'key']).doUpdateSet({ key }).where('payment_notification.ended_at', 'is', null),
        )
        .returning('id')
        .executeTakeFirst();
      return row?.id;
    },
    async end(id) {
      await db.updateTable('payment_notification').set({ ended_at: sql<Date>`now()` }).where('id', '=', id).execute();
    },
    async takeUnended({ now, leaseMs, most }) {
      const rows = await db
        .with('left', (cte) =>
          cte
            .selectFrom('payment_notification')
            .select('id')
            .where('ended_at', 'is', null)
            .where('take_up_at', '<=', now)
            .orderBy('take_up_at')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('payment_notification')
        .from('left')
        .set({ take_up_at: new Date(now.getTime() + leaseMs) })
        .whereRef('payment_notification.id', '=', 'left.id')
        .returningAll('payment_notification')
        .execute();
      return rows.map(({ id, provider, key, sealed, kept_at: keptAt }) => ({
        id,
        provider,
        key,
        keptAt,
        async open() {
          const { raw } = kept.parse(await records.open(placeOf(provider, key), sealed));
          return Buffer.from(raw, 'base64');
        },
      }));
    },
  };
}

function placeOf(provider: string, key: string): RecordPlace {
  return { table: 'payment_notification', id: `${provider}/${key}`, purpose: 'raw' };
}
