import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How messages leave, and what the jobs look for. */
export const messageTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table outbox add column until timestamptz, add column stuck_at timestamptz`.execute(db);
    await sql`drop index outbox_next`.execute(db);
    await sql`create index outbox_next on outbox (next_at) where stuck_at is null`.execute(db);
    // The retention job looks at the orders that may lapse, not at all that ever were.
    await sql`
      create index order_untouched on "order" (changed_at)
      where state in ('drafting', 'filled', 'confirmed', 'submitted', 'signed')`.execute(db);
    await sql`create index material_store_key on material ((document->>'storeKey'))`.execute(db);
    await sql`create table stray_material (key text primary key, seen_at timestamptz not null)`.execute(db);
  },
};
