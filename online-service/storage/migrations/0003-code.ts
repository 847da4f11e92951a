import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** One-time codes, captchas and the limits on both. */
export const codeTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table one_time_code (
        id uuid primary key,
        purpose text not null,
        subject text not null,
        hash bytea not null,
        until timestamptz not null,
        tries_left integer not null,
        used_at timestamptz,
        created_at timestamptz not null
      )`.execute(db);
    await sql`create index one_time_code_subject on one_time_code (purpose, subject, created_at desc)`.execute(db);
    await sql`create index one_time_code_until on one_time_code (until)`.execute(db);
    await sql`
      create table captcha (
        id uuid primary key,
        first integer not null,
        sign text not null check (sign in ('plus', 'minus')),
        second integer not null,
        until timestamptz not null
      )`.execute(db);
    await sql`create index captcha_until on captcha (until)`.execute(db);
    await sql`create table order_query (id uuid primary key, person text not null, until timestamptz not null)`.execute(
      db,
    );
    await sql`create index order_query_until on order_query (until)`.execute(db);
    await sql`create table rate_limit (key text primary key, tat timestamptz not null)`.execute(db);
    await sql`create index rate_limit_tat on rate_limit (tat)`.execute(db);
  },
};
