import { type Kysely, sql } from 'kysely';
import type { LimitStore } from '../limits/limit.ts';
import type { DatabaseSchema } from './database-schema.ts';

/** GCRA in one statement: the theoretical arrival time moves on, unless that would be further ahead than the burst. */
export function limitRecords(db: Kysely<DatabaseSchema>): LimitStore {
  return {
    async take({ limit, key }, now) {
      const step = sql`${limit.intervalMs} * interval '1 millisecond'`;
      const ahead = sql`${limit.intervalMs * limit.burst} * interval '1 millisecond'`;
      const taken = await sql<{ tat: Date }>`
        insert into rate_limit as held (key, tat) values (${key}, ${now}::timestamptz + ${step})
        on conflict (key) do update set tat = greatest(held.tat, ${now}::timestamptz) + ${step}
        where greatest(held.tat, ${now}::timestamptz) + ${step} <= ${now}::timestamptz + ${ahead}
        returning tat`.execute(db);
      if (taken.rows.length > 0) return 0;
      const held = await db.selectFrom('rate_limit').select('tat').where('key', '=', key).executeTakeFirst();
      const freeAt = (held?.tat.getTime() ?? 0) + limit.intervalMs - limit.intervalMs * limit.burst;
      return Math.max(1, freeAt - now.getTime());
    },
  };
}
