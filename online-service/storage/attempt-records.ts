import { type Kysely, type Selectable, sql } from 'kysely';
import type { Attempt, AttemptStore } from '../identity/attempt-store.ts';
import { question } from '../identity/question.ts';
import { OnceTaken } from '../once/once-store.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema, IdentityAttemptTable } from './database-schema.ts';
import { violates } from './violates.ts';

export function attemptRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): AttemptStore {
  return {
    async add({ id, orderId, party, way, subject, whom, question: asked, leaseUntil }, { caller, key, digest }) {
      const sealed = await records.seal(placeOf(id), asked);
      const about = { id, order_id: orderId, party, way, subject, whom };
      const by = { caller, once_key: key, request: digest };
      await unlessTaken(() =>
        db
          .insertInto('identity_attempt')
          .values({ ...about, ...by, state: 'asked', sealed, lease_until: leaseUntil })
          .execute(),
      );
    },
    async ofRequest({ caller, key }) {
      const row = await db
        .selectFrom('identity_attempt')
        .selectAll()
        .where('caller', '=', caller)
        .where('once_key', '=', key)
        .executeTakeFirst();
      return row && { digest: row.request, open: await opened(row, records) };
    },
    async openAbout(subject) {
      const row = await db
        .selectFrom('identity_attempt')
        .selectAll()
        .where('subject', '=', subject)
        .where('state', '=', 'asked')
        .executeTakeFirst();
      return row && opened(row, records);
    },
    async takeOver(id, { caller, key, digest }, leaseUntil) {
      await unlessTaken(() =>
        db
          .updateTable('identity_attempt')
          .set({ caller, once_key: key, request: digest, lease_until: leaseUntil })
          .where('id', '=', id)
          .execute(),
      );
    },
    async release(id, now) {
      await db.updateTable('identity_attempt').set({ lease_until: now }).where('id', '=', id).execute();
    },
    async answer(id, outcome, at) {
      const answered = await db
        .updateTable('identity_attempt')
        .set({ state: 'answered', outcome, answered_at: at, sealed: null })
        .where('id', '=', id)
        .where('state', '=', 'asked')
        .returning('id')
        .executeTakeFirst();
      return answered !== undefined;
    },
    async holdCount(whom) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${whom}, 0))`.execute(db);
    },
    async tries({ orderId, party, way, whom }, since, now) {
      const { rows } = await sql<{ of_order: string; of_whom: string }>`
        select count(*) filter (where order_id = ${orderId} and party = ${party}) as of_order,
          count(*) filter (where whom = ${whom}) as of_whom
        from identity_attempt
        where way = ${way} and (order_id = ${orderId} or whom = ${whom})
          and ((state = 'answered' and answered_at >= ${since} and outcome <> 'passed')
            or (state = 'asked' and lease_until > ${now}))`.execute(db);
      return { ofOrder: Number(rows[0]?.of_order), ofWhom: Number(rows[0]?.of_whom) };
    },
    async underWay({ sentAfter, lookedAtBefore, atMost }) {
      const rows = await db
        .selectFrom('identity_attempt')
        .select(['id', 'order_id'])
        .where('outcome', '=', 'sent')
        .where('answered_at', '>', sentAfter)
        .where((row) => row.or([row('looked_at', 'is', null), row('looked_at', '<', lookedAtBefore)]))
        .orderBy(sql`looked_at nulls first`)
        .limit(atMost)
        .execute();
      return rows.map(({ id, order_id: orderId }) => ({ id, orderId }));
    },
    async lookedAt(id, at) {
      await db.updateTable('identity_attempt').set({ looked_at: at }).where('id', '=', id).execute();
    },
    async end(id, outcome) {
      const ended = await db
        .updateTable('identity_attempt')
        .set({ outcome })
        .where('id', '=', id)
        .where('outcome', '=', 'sent')
        .returning('id')
        .executeTakeFirst();
      return ended !== undefined;
    },
  };
}

/** The same key at the same moment for another order: only one of them may have it. */
async function unlessTaken(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (fault) {
    if (violates(fault, 'identity_attempt_request')) throw new OnceTaken('a twin was faster', { cause: fault });
    throw fault;
  }
}

function placeOf(id: string) {
  return { table: 'identity_attempt', id, purpose: 'question' };
}

async function opened(row: Selectable<IdentityAttemptTable>, records: SealedRecords): Promise<Attempt | undefined> {
  if (row.state === 'answered' || row.sealed === null) return undefined;
  const { id, order_id: orderId, party, way, subject, whom, lease_until: leaseUntil } = row;
  const asked = question.parse(await records.open(placeOf(id), row.sealed));
  return { id, orderId, party, way, subject, whom, question: asked, leaseUntil };
}
