import { type Kysely, sql } from 'kysely';
import type { RevocationListStore } from '../issuing/revocation/revocation-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function revocationListRecords(db: Kysely<DatabaseSchema>): RevocationListStore {
  return {
    async standing(authority) {
      const [latest, scheduled, unlisted] = await Promise.all([
        db
          .selectFrom('revocation_list')
          .select((row) => row.fn.max('number').as('number'))
          .where('authority', '=', authority)
          .executeTakeFirst(),
        db
          .selectFrom('revocation_list')
          .select(['number', 'this_update'])
          .where('authority', '=', authority)
          .where('scheduled', '=', true)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst(),
        db
          .selectFrom('issuance')
          .select('id')
          .where('authority', '=', authority)
          .where('revoked_at', 'is not', null)
          .where('listed_in', 'is', null)
          .limit(1)
          .executeTakeFirst(),
      ]);
      return {
        latest: latest?.number ?? 0,
        lastScheduled: scheduled && { number: scheduled.number, thisUpdate: scheduled.this_update },
        unlisted: unlisted !== undefined,
      };
    },
    async entries(authority, validAfter) {
      const rows = await db
        .selectFrom('issuance')
        .select(['serial_number', 'revoked_at', 'revocation_reason', 'listed_in'])
        .where('authority', '=', authority)
        .where('revoked_at', 'is not', null)
        .where('valid_until', '>', validAfter)
        .orderBy('revoked_at')
        .execute();
      return rows.flatMap(({ serial_number: serial, revoked_at: at, revocation_reason: reason, listed_in: listed }) =>
        at === null
          ? []
          : [
              {
                serialNumber: Buffer.from(serial, 'hex'),
                revokedAt: at,
                reason: reason ?? 'unspecified',
                listedIn: listed ?? undefined,
              },
            ],
      );
    },
    async publish(list, entries) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('revocation_list')
        .values({
          authority: list.authority,
          number: list.number,
          scheduled: list.scheduled,
          this_update: list.thisUpdate,
          full: list.full,
          delta: list.delta,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return false;
      const serials = entries.map(({ serialNumber }) => Buffer.from(serialNumber).toString('hex'));
      await sql`
        update issuance set listed_in = ${list.number}
        where listed_in is null and revoked_at is not null and authority = ${list.authority}
          and (serial_number = any(${serials}) or valid_until < ${list.thisUpdate})`.execute(db);
      return true;
    },
    async latest(authority) {
      const row = await db
        .selectFrom('revocation_list')
        .select(['number', 'full', 'delta'])
        .where('authority', '=', authority)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && { number: row.number, full: Buffer.from(row.full), delta: Buffer.from(row.delta) };
    },
  };
}
