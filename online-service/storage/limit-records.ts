import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Limited, LimitStore } from '../limits/limit.ts';
import type { DatabaseSchema } from './database-schema.ts';

/** GCRA: the theoretical arrival time moves on, unless that would be further ahead than the burst. */
export function limitRecords(db: Kysely<DatabaseSchema>): LimitStore {
  return {
    async take(limited, now) {
      const each = limited.map((one, at) => taking(one, { at, now }));
      const taken = limited.map((_, at) => sql`select key from ${nameAt(at)}`);
      const { rows } = await sql<{ key: string }>`
        with ${sql.join(each)} ${sql.join(taken, sql` union all `)}`.execute(db);
      const refused = limited.find(({ key }) => !rows.some((row) => row.key === key));
      return refused ? waitFor(db, refused, now) : 0;
    },
  };
}

interface Turn {
  readonly at: number;
  readonly now: Date;
}

/** One after the other in one statement: each is taken only when the one before it was. */
function taking({ limit, key }: Limited, { at, now }: Turn): RawBuilder<unknown> {
  const step = sql`${limit.intervalMs}::integer * interval '1 millisecond'`;
  const ahead = sql`${limit.intervalMs * limit.burst}::integer * interval '1 millisecond'`;
  const moment = sql`${now}::timestamptz`;
  const turn = at === 0 ? sql`` : sql`where exists (select from ${nameAt(at - 1)})`;
  return sql`${nameAt(at)} as (
    insert into rate_limit as held (key, tat) select ${key}::text, ${moment} + ${step} ${turn}
    on conflict (key) do update set tat = greatest(held.tat, ${moment}) + ${step}
    where greatest(held.tat, ${moment}) + ${step} <= ${moment} + ${ahead}
    returning key)`;
}

function nameAt(at: number): RawBuilder<unknown> {
  return sql.id(`taken_${at}`);
}

async function waitFor(db: Kysely<DatabaseSchema>, { limit, key }: Limited, now: Date): Promise<number> {
  const held = await db.selectFrom('rate_limit').select('tat').where('key', '=', key).executeTakeFirst();
  const freeAt = (held?.tat.getTime() ?? 0) + limit.intervalMs - limit.intervalMs * limit.burst;
  return Math.max(1, freeAt - now.getTime());
}
