import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the certificate authority gave out and took back. Its keys are never here. */
export const issuingTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // No reference to the order: a certificate outlives the data of its order.
    await sql`
      create table issuance (
        id uuid primary key,
        order_id text not null,
        use text not null,
        profile text not null,
        authority text not null,
        key_fingerprint bytea not null constraint issuance_key unique,
        serial_number text not null constraint issuance_serial unique,
        sealed_tbs bytea not null,
        sealed_certificate bytea,
        valid_until timestamptz not null,
        lease_until timestamptz not null,
        created_at timestamptz not null,
        issued_at timestamptz,
        revoked_at timestamptz,
        revocation_reason text,
        listed_in integer,
        answered_until timestamptz not null default '-infinity',
        check ((issued_at is null) = (sealed_certificate is null)),
        check (revoked_at is null or issued_at is not null)
      )`.execute(db);
    await sql`create unique index issuance_living on issuance (order_id, use) where revoked_at is null`.execute(db);
    await sql`create index issuance_reserved on issuance (lease_until) where issued_at is null`.execute(db);
    await sql`create index issuance_answers on issuance (authority, answered_until) where issued_at is not null`.execute(
      db,
    );
    await sql`create index issuance_revoked on issuance (authority) where revoked_at is not null`.execute(db);
    await sql`
      create table revocation_list (
        authority text not null,
        number integer not null,
        scheduled boolean not null,
        this_update timestamptz not null,
        "full" bytea not null,
        delta bytea not null,
        primary key (authority, number)
      )`.execute(db);
    await sql`
      create table ocsp_answer (
        serial_number text primary key references issuance (serial_number),
        next_update timestamptz not null,
        reply bytea not null
      )`.execute(db);
    await sql`
      create table encryption_key (
        id uuid primary key,
        order_id text not null constraint encryption_key_order unique,
        algorithm text not null,
        public_key bytea not null,
        sealed bytea not null,
        created_at timestamptz not null
      )`.execute(db);
    await sql`
      create table key_recovery (
        id uuid primary key,
        encryption_key_id uuid not null references encryption_key,
        reason text not null,
        recipient bytea not null,
        asked_by text not null,
        asked_at timestamptz not null,
        released_at timestamptz
      )`.execute(db);
    await sql`
      create table key_recovery_approval (
        recovery_id uuid not null references key_recovery,
        approved_by text not null,
        approved_at timestamptz not null,
        primary key (recovery_id, approved_by)
      )`.execute(db);
  },
};
