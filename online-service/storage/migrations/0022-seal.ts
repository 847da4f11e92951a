import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The seals of each order, one of a kind; their pictures lie in the material store. */
export const sealTable: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table seal (
        id uuid primary key,
        order_id uuid not null references "order" (id) on delete cascade,
        kind text not null check (kind in ('company', 'legal-representative', 'personal')),
        made text not null check (made in ('generated', 'sampled')),
        width integer not null,
        height integer not null,
        png_key text not null,
        svg_key text,
        at timestamptz not null,
        unique (order_id, kind)
      )`.execute(db);
    // The job for stray materials asks by key.
    await sql`create index seal_png_key on seal (png_key)`.execute(db);
    await sql`create index seal_svg_key on seal (svg_key) where svg_key is not null`.execute(db);
  },
};
