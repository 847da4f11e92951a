import { type Kysely, sql } from 'kysely';
import type { OcspAnswerStore } from '../issuing/ocsp/ocsp-answer-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function ocspAnswerRecords(db: Kysely<DatabaseSchema>): OcspAnswerStore {
  return {
    async find(serialNumber, now) {
      const row = await db
        .selectFrom('ocsp_answer')
        .select(['serial_number', 'next_update', 'reply'])
        .where('serial_number', '=', serialNumber)
        .where('next_update', '>', now)
        .executeTakeFirst();
      return row && { serialNumber, nextUpdate: row.next_update, reply: Buffer.from(row.reply) };
    },
    async statusOf(authority, serialNumber) {
      const row = await db
        .selectFrom('issuance')
        .select(['revoked_at', 'revocation_reason'])
        .where('authority', '=', authority)
        .where('serial_number', '=', serialNumber)
        .where('issued_at', 'is not', null)
        .executeTakeFirst();
      if (!row) return { status: 'unknown' };
      const { revoked_at: at, revocation_reason: reason } = row;
      return at ? { status: 'revoked', at, reason: reason ?? 'unspecified' } : { status: 'good' };
    },
    async keep({ serialNumber, nextUpdate, reply }, { status }) {
      // This locks the certificate's row, so that a revocation comes before it or forgets it.
      const { numUpdatedRows } = await db
        .updateTable('issuance')
        .set({ answered_until: nextUpdate })
        .where('serial_number', '=', serialNumber)
        .where('issued_at', 'is not', null)
        .where('revoked_at', status === 'revoked' ? 'is not' : 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      await db
        .insertInto('ocsp_answer')
        .values({ serial_number: serialNumber, next_update: nextUpdate, reply })
        .onConflict((conflict) => conflict.column('serial_number').doUpdateSet({ next_update: nextUpdate, reply }))
        .execute();
      return true;
    },
    async forget(serialNumber) {
      await db
        .updateTable('issuance')
        .set({ answered_until: sql<Date>`'-infinity'::timestamptz` })
        .where('serial_number', '=', serialNumber)
        .execute();
      await db.deleteFrom('ocsp_answer').where('serial_number', '=', serialNumber).execute();
    },
    async wanting(authority, until, most) {
      const rows = await db
        .selectFrom('issuance')
        .select('serial_number')
        .where('authority', '=', authority)
        .where('issued_at', 'is not', null)
        .where('answered_until', '<=', until)
        .where('valid_until', '>', until)
        .orderBy('answered_until')
        .limit(most)
        .execute();
      return rows.map((row) => row.serial_number);
    },
  };
}
