import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** By what a person's kept replies and waiting messages are found, to be forgotten. */
export const forgettingColumns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table once add column order_id uuid`.execute(db);
    await sql`create index once_order on once (order_id) where order_id is not null`.execute(db);
    await sql`alter table outbox add column recipient bytea`.execute(db);
    await sql`create index outbox_recipient on outbox (recipient)`.execute(db);
  },
};
