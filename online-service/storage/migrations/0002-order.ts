import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Orders, what was found out about them, who may see them, and what they make leave the service. */
export const orderTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await nameNewChannelSettings(db);
    await sql`create sequence order_number`.execute(db);
    await sql`create table frozen_channel (digest bytea primary key, document jsonb not null)`.execute(db);
    await createOrderTable(db);
    await sql`
      create table order_event (
        order_id uuid not null references "order" (id) on delete cascade,
        version integer not null,
        event text not null,
        from_state text not null,
        to_state text not null,
        actor text not null,
        note text,
        at timestamptz not null default now(),
        primary key (order_id, version)
      )`.execute(db);
    await sql`
      create table identity_fact (
        id uuid primary key,
        order_id uuid not null references "order" (id) on delete cascade,
        document jsonb not null,
        at timestamptz not null default now()
      )`.execute(db);
    await sql`create index identity_fact_order on identity_fact (order_id)`.execute(db);
    await sql`
      create table material (
        order_id uuid not null references "order" (id) on delete cascade,
        slot text not null,
        document jsonb not null,
        primary key (order_id, slot)
      )`.execute(db);
    await sql`
      create table session (
        hash bytea primary key,
        kind text not null check (kind in ('order', 'person')),
        subject text not null,
        until timestamptz not null
      )`.execute(db);
    await sql`create index session_until on session (until)`.execute(db);
    await sql`
      create table once (
        caller text not null,
        key text not null,
        operation text not null,
        request bytea not null,
        reply bytea not null,
        until timestamptz not null,
        primary key (caller, key)
      )`.execute(db);
    await sql`create index once_until on once (until)`.execute(db);
    await sql`
      create table outbox (
        id uuid primary key,
        kind text not null,
        sealed bytea not null,
        tries integer not null default 0,
        next_at timestamptz not null default now(),
        created_at timestamptz not null default now()
      )`.execute(db);
    await sql`create index outbox_next on outbox (next_at)`.execute(db);
  },
};

async function createOrderTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table "order" (
      id uuid primary key,
      number text not null unique,
      version integer not null default 0,
      state text not null,
      payment text not null,
      processing text not null default 'idle',
      wake_at timestamptz,
      channel_id text not null,
      channel_digest bytea not null references frozen_channel (digest),
      business text not null,
      holder text not null,
      created_at timestamptz not null,
      changed_at timestamptz not null default now(),
      times jsonb not null default '{}',
      sealed bytea not null,
      person text,
      digest text,
      price jsonb,
      agreements jsonb not null,
      consented_at text,
      returned jsonb not null default '[]'
    )`.execute(db);
  // Domain 3.8: one unfinished order for each business and ID number.
  await sql`
    create unique index order_unfinished on "order" (business, person)
    where person is not null and state not in ('completed', 'cancelled', 'lapsed')`.execute(db);
  await sql`create index order_person on "order" (person, created_at desc) where person is not null`.execute(db);
}

/** Channels that were there before have the settings that came with orders, as their seeds have them. */
async function nameNewChannelSettings(db: Kysely<unknown>): Promise<void> {
  await sql`
    update channel set document = jsonb_set(
      jsonb_build_object('form', '{"hidden": [], "required": []}'::jsonb) || document,
      '{offers}',
      (select jsonb_agg(jsonb_build_object('authorisationCode', channel.id = 'sgca-mobile' and offer->>'business' in ('new-unit', 'change', 'revoke')) || offer)
       from jsonb_array_elements(document->'offers') as offer))`.execute(db);
}
