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
      // The certificate's row is locked, so that a revocation comes before this or forgets it.
      const stands = await db
        .selectFrom('issuance')
        .select('id')
        .where('serial_number', '=', serialNumber)
        .where('issued_at', 'is not', null)
        .where('revoked_at', status === 'revoked' ? 'is not' : 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (!stands) return false;
      await db
        .insertInto('ocsp_answer')
        .values({ serial_number: serialNumber, next_update: nextUpdate, reply })
        .onConflict((conflict) => conflict.column('serial_number').doUpdateSet({ next_update: nextUpdate, reply }))
        .execute();
      return true;
    },
    async forget(serialNumber) {
      await db.deleteFrom('ocsp_answer').where('serial_number', '=', serialNumber).execute();
    },
    async wanting(authority, until, most) {
      const { rows } = await sql<{ serial_number: string }>`
        select i.serial_number from issuance i
        left join ocsp_answer a on a.serial_number = i.serial_number and a.next_update > ${until}
        where i.authority = ${authority} and i.issued_at is not null and i.valid_until > ${until}
          and a.serial_number is null
        limit ${most}`.execute(db);
      return rows.map((row) => row.serial_number);
    },
  };
}
