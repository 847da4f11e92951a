import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** E-invoices, and messages that are put once. */
export const invoiceTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table invoice (
        id uuid primary key default gen_random_uuid(),
        version integer not null default 0,
        receipt_id uuid not null references receipt (id),
        order_id uuid not null references "order" (id) on delete restrict,
        kind text not null,
        blue_id uuid references invoice (id),
        state text not null,
        tax_percent integer,
        number text,
        store_key text,
        sealed bytea not null,
        tries integer not null default 0,
        next_at timestamptz,
        created_at timestamptz not null,
        issued_at timestamptz,
        unique (receipt_id, kind),
        check ((kind = 'red') = (blue_id is not null))
      )`.execute(db);
    await sql`create index invoice_order on invoice (order_id)`.execute(db);
    await sql`create index invoice_next on invoice (next_at) where next_at is not null`.execute(db);
    // A number of the platform is one invoice.
    await sql`create unique index invoice_number on invoice (number) where number is not null`.execute(db);
    await sql`create index invoice_waiting on invoice (created_at) where state in ('asked', 'stuck', 'withdrawing')`.execute(
      db,
    );
    // The name of what went wrong last; the provider's own words may name the recipient.
    await sql`alter table outbox add column fault text`.execute(db);
    // It outlives the message, which is removed when it is sent.
    await sql`create table message_key (key text primary key, put_at timestamptz not null default now())`.execute(db);
  },
};
