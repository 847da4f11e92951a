import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Every question to bureau or bank, committed before it is asked. */
export const identityTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table identity_attempt (
        id uuid primary key,
        order_id uuid not null references "order" (id) on delete cascade,
        party text not null,
        way text not null,
        caller text not null,
        once_key text not null,
        request bytea not null,
        subject text not null,
        whom text not null,
        state text not null check (state in ('asked', 'answered')),
        sealed bytea,
        lease_until timestamptz not null,
        outcome text,
        answered_at timestamptz,
        looked_at timestamptz
      )`.execute(db);
    await sql`create unique index identity_attempt_request on identity_attempt (caller, once_key)`.execute(db);
    await sql`create unique index identity_attempt_open on identity_attempt (subject) where state = 'asked'`.execute(
      db,
    );
    await sql`create index identity_attempt_whom on identity_attempt (whom, answered_at)`.execute(db);
    await sql`create index identity_attempt_order on identity_attempt (order_id)`.execute(db);
    await sql`create index identity_attempt_sent on identity_attempt (answered_at) where outcome = 'sent'`.execute(db);
  },
};
