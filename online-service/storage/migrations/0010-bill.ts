import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The providers' bills of each day, and where they differ from our books. */
export const billTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table bill_day (
        provider text not null,
        day date not null,
        read_at timestamptz not null default now(),
        primary key (provider, day)
      )`.execute(db);
    await sql`
      create table bill_line (
        provider text not null,
        kind text not null,
        reference text not null,
        trade_no text not null,
        amount integer not null,
        fee integer not null,
        at timestamptz not null,
        day date not null,
        primary key (provider, kind, reference)
      )`.execute(db);
    await sql`create index bill_line_day on bill_line (provider, day)`.execute(db);
    await sql`
      create table bill_difference (
        id uuid primary key default gen_random_uuid(),
        provider text not null,
        what text not null,
        reference text not null,
        trade_no text not null,
        ours integer,
        theirs integer,
        day date not null,
        found_at timestamptz not null default now(),
        worked_at timestamptz,
        worked_by text,
        note text,
        unique (provider, what, reference)
      )`.execute(db);
  },
};
