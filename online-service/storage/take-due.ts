import { type Kysely, type Selectable, sql } from 'kysely';
import type { DatabaseSchema } from './database-schema.ts';

export interface Due {
  readonly now: Date;
  /** For so long they are out of others' sight: whoever takes them may die with them. */
  readonly leaseMs: number;
  readonly most: number;
}

/** Those whose time has come, one try more for each; what another process is taking just now is left to it. */
export async function takeDue<Table extends 'refund' | 'invoice'>(
  db: Kysely<DatabaseSchema>,
  name: Table,
  { now, leaseMs, most }: Due,
): Promise<Selectable<DatabaseSchema[Table]>[]> {
  const table = sql.table(name);
  const { rows } = await sql<Selectable<DatabaseSchema[Table]>>`
    with due as (
      select id from ${table} where next_at <= ${now} order by next_at limit ${most} for update skip locked
    )
    update ${table} as taken
    set next_at = ${new Date(now.getTime() + leaseMs)}, tries = tries + 1, version = version + 1
    from due where taken.id = due.id returning taken.*`.execute(db);
  return rows;
}
