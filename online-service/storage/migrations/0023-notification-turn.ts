import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When somebody takes up what was kept and not obeyed; whoever kept it has the first seconds for himself. */
export const notificationTurn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      alter table payment_notification
      add column take_up_at timestamptz not null default now() + interval '10 seconds'`.execute(db);
    await sql`drop index payment_notification_open`.execute(db);
    await sql`create index payment_notification_open on payment_notification (take_up_at) where ended_at is null`.execute(
      db,
    );
  },
};
