import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Uploads under way, and the short-lived addresses of pictures and documents. */
export const materialTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table upload (
        id uuid primary key,
        order_id uuid not null references "order" (id) on delete cascade,
        slot text not null,
        bytes integer not null,
        sha256 text not null,
        received integer not null default 0,
        until timestamptz not null,
        unique (order_id, slot, sha256)
      )`.execute(db);
    await sql`create index upload_until on upload (until)`.execute(db);
    await sql`
      create table upload_piece (
        upload_id uuid not null references upload (id) on delete cascade,
        at_byte integer not null,
        sealed bytea not null,
        primary key (upload_id, at_byte)
      )`.execute(db);
    await sql`
      create table link (
        hash bytea primary key,
        order_id uuid not null references "order" (id) on delete cascade,
        leads_to text not null check (leads_to in ('document', 'camera')),
        target text not null,
        until timestamptz not null,
        used_at timestamptz
      )`.execute(db);
    await sql`create index link_until on link (until)`.execute(db);
  },
};
