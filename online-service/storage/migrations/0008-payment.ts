import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Money: what is to come in, what came, what goes back, and the books about it. */
export const paymentTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await collectionTables(db);
    await refundTable(db);
    await ledgerTable(db);
  },
};

async function collectionTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table collection (
      id uuid primary key default gen_random_uuid(),
      version integer not null default 0,
      order_id uuid not null references "order" (id) on delete restrict,
      way text not null,
      trade_no text not null unique,
      amount integer not null check (amount > 0),
      state text not null,
      code text,
      expires_at timestamptz not null,
      look_at timestamptz,
      looks integer not null default 0,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index collection_order on collection (order_id)`.execute(db);
  // Of each way one at a time: the old one is closed before a new one opens.
  await sql`
    create unique index collection_open on collection (order_id, way)
    where state in ('opening', 'open', 'closing')`.execute(db);
  await sql`create index collection_look on collection (look_at) where look_at is not null`.execute(db);
  await sql`
    create table receipt (
      id uuid primary key,
      holder text not null,
      transaction_id text not null,
      trade_no text not null,
      collection_id uuid references collection (id),
      order_id uuid references "order" (id) on delete restrict,
      amount integer not null,
      outcome text not null,
      found_by text not null,
      paid_at timestamptz not null,
      created_at timestamptz not null default now(),
      unique (holder, transaction_id)
    )`.execute(db);
  await sql`create index receipt_order on receipt (order_id)`.execute(db);
  // An order is paid once, whatever the service does.
  await sql`create unique index receipt_settled on receipt (order_id) where outcome = 'settled'`.execute(db);
  await sql`
    create table payment_notification (
      id uuid primary key default gen_random_uuid(),
      provider text not null,
      key text not null,
      sealed bytea not null,
      kept_at timestamptz not null default now(),
      ended_at timestamptz,
      unique (provider, key)
    )`.execute(db);
  await sql`create index payment_notification_open on payment_notification (kept_at) where ended_at is null`.execute(
    db,
  );
  await sql`
    create table remittance (
      collection_id uuid primary key references collection (id),
      sealed bytea not null,
      handed_in_at timestamptz not null,
      refused_at timestamptz,
      refusal text
    )`.execute(db);
}

async function refundTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table refund (
      id uuid primary key,
      version integer not null default 0,
      receipt_id uuid not null unique references receipt (id),
      order_id uuid not null references "order" (id) on delete restrict,
      refund_no text not null unique,
      amount integer not null check (amount > 0),
      reason text not null,
      state text not null,
      tries integer not null default 0,
      next_at timestamptz,
      created_at timestamptz not null,
      done_at timestamptz
    )`.execute(db);
  await sql`create index refund_order on refund (order_id)`.execute(db);
  await sql`create index refund_next on refund (next_at) where next_at is not null`.execute(db);
}

/** The database itself refuses a posting that does not sum to nothing, at the end of the transaction that writes it. */
async function ledgerTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ledger_entry (
      posting text not null,
      account text not null,
      amount bigint not null,
      order_id uuid references "order" (id) on delete restrict,
      at timestamptz not null default now(),
      primary key (posting, account)
    )`.execute(db);
  await sql`create index ledger_entry_order on ledger_entry (order_id)`.execute(db);
  await sql`
    create function ledger_posting_balances() returns trigger language plpgsql as $$
    begin
      if (select sum(amount) from ledger_entry where posting = new.posting) <> 0 then
        raise exception 'the posting % does not balance', new.posting using errcode = 'check_violation';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create constraint trigger ledger_posting_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_posting_balances()`.execute(db);
  // Books are written with a pen.
  await sql`
    create function ledger_is_final() returns trigger language plpgsql as $$
    begin
      raise exception 'an entry of the ledger is never changed' using errcode = 'check_violation';
    end $$`.execute(db);
  await sql`
    create trigger ledger_is_final before update or delete on ledger_entry
    for each row execute function ledger_is_final()`.execute(db);
}
