import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was written with its cause, the chain it is then put into, and the signatures over that. */
export const auditTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const content = sql`
      what text not null,
      about text,
      actor_kind text not null,
      actor_id text,
      details text not null`;
    await sql`
      create table audit_entry (
        id bigint generated always as identity primary key,
        at timestamptz(3) not null default now(),
        ${content}
      )`.execute(db);
    await sql`
      create table audit_record (
        sequence bigint primary key,
        at timestamptz(3) not null,
        ${content},
        previous text not null,
        hash text not null
      )`.execute(db);
    await sql`create index audit_record_about on audit_record (about, sequence) where about is not null`.execute(db);
    await sql`
      create table audit_signature (
        sequence bigint primary key,
        hash text not null,
        at timestamptz(3) not null,
        key_id text not null,
        signature text not null
      )`.execute(db);
    // Against mistakes; against intent there are the signatures and anchors.
    await sql`
      create function audit_stays() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit is only ever added to' using errcode = 'insufficient_privilege';
      end $$`.execute(db);
    for (const table of ['audit_record', 'audit_signature']) {
      await sql`
        create trigger stays before update or delete or truncate on ${sql.table(table)}
        for each statement execute function audit_stays()`.execute(db);
    }
  },
};
