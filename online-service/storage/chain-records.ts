import { type Kysely, type Selectable, sql } from 'kysely';
import type pg from 'pg';
import type { AuditRecord } from '../audit/audit-record.ts';
import { BEFORE_THE_FIRST } from '../audit/audit-record.ts';
import type { AloneOnChain, ChainStore } from '../audit/chain-store.ts';
import type { AuditTables } from './audit-tables.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { inTransaction } from './in-transaction.ts';

/** Any number, as long as it stays the same: it says "somebody works at the audit's chain". */
const CHAIN_LOCK = 7_200_021;

/** The lock goes with the transaction, so whoever dies leaves none; the key of the records forbids a fork in any case. */
export function aloneOnChain(pool: pg.Pool): AloneOnChain {
  return (work, { waits } = { waits: false }) =>
    inTransaction(pool, async ({ db }) => {
      if (waits) {
        await sql`select pg_advisory_xact_lock(${CHAIN_LOCK}::bigint)`.execute(db);
        return work(chainRecords(db));
      }
      const { rows } = await sql<{ alone: boolean }>`
        select pg_try_advisory_xact_lock(${CHAIN_LOCK}::bigint) as alone`.execute(db);
      return rows[0]?.alone ? work(chainRecords(db)) : undefined;
    });
}

const RECORD_COLUMNS = [
  'sequence',
  'at',
  'what',
  'about',
  'actor_kind',
  'actor_id',
  'details',
  'previous',
  'hash',
] as const;

function chainRecords(db: Kysely<DatabaseSchema>): ChainStore {
  const records = () => db.selectFrom('audit_record').select(RECORD_COLUMNS);
  return {
    async head() {
      const newest = db.selectFrom('audit_record').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1);
      const row = await newest.executeTakeFirst();
      return row ? { sequence: Number(row.sequence), hash: row.hash } : BEFORE_THE_FIRST;
    },
    async takeWritten(most) {
      const rows = await db
        .deleteFrom('audit_entry')
        .where('id', 'in', (oldest) => oldest.selectFrom('audit_entry').select('id').orderBy('id').limit(most))
        .returning(['id', 'at', 'what', 'about', 'actor_kind', 'actor_id', 'details'])
        .execute();
      return rows.sort((a, b) => Number(a.id) - Number(b.id)).map(contentOf);
    },
    async append(added) {
      const column = (name: keyof AuditRecord) => added.map((record) => record[name]);
      await sql`
        insert into audit_record (sequence, at, what, about, actor_kind, actor_id, details, previous, hash)
        select * from unnest(
          ${column('sequence')}::bigint[], ${column('at')}::timestamptz[], ${column('what')}::text[],
          ${column('about')}::text[], ${column('actorKind')}::text[], ${column('actorId')}::text[],
          ${column('details')}::text[], ${column('previous')}::text[], ${column('hash')}::text[])`.execute(db);
    },
    async after(sequence, most) {
      const rows = await records().where('sequence', '>', String(sequence)).orderBy('sequence').limit(most).execute();
      return rows.map(recordOf);
    },
    async at(sequence) {
      const row = await records().where('sequence', '=', String(sequence)).executeTakeFirst();
      return row && recordOf(row);
    },
    async newestSignature() {
      const row = await db
        .selectFrom('audit_signature')
        .select(['sequence', 'hash', 'at', 'key_id', 'signature'])
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!row) return undefined;
      const { key_id: keyId, ...plain } = row;
      return { ...plain, keyId, sequence: Number(row.sequence), at: row.at.toISOString() };
    },
    async addSignature({ keyId, ...plain }) {
      await db
        .insertInto('audit_signature')
        .values({ ...plain, key_id: keyId })
        .execute();
    },
  };
}

type ContentRow = Pick<
  Selectable<AuditTables['audit_record']>,
  'at' | 'what' | 'about' | 'actor_kind' | 'actor_id' | 'details'
>;

function contentOf({ at, what, about, actor_kind, actor_id, details }: ContentRow) {
  return { at: at.toISOString(), what, about, actorKind: actor_kind, actorId: actor_id, details };
}

function recordOf(row: Selectable<AuditTables['audit_record']>): AuditRecord {
  return { ...contentOf(row), sequence: Number(row.sequence), previous: row.previous, hash: row.hash };
}
