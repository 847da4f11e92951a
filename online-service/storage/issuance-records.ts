import { type Kysely, type Selectable, sql } from 'kysely';
import type { Issuance, IssuanceStore } from '../issuing/built-in/issuance.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { IssuanceTable } from './issuing-tables.ts';
import { openDer, sealDer } from './sealed-der.ts';

const COLUMNS = [
  'id',
  'order_id',
  'use',
  'profile',
  'authority',
  'key_fingerprint',
  'serial_number',
  'sealed_tbs',
  'sealed_certificate',
  'valid_until',
  'revoked_at',
  'revocation_reason',
] as const;

type Row = Pick<Selectable<IssuanceTable>, (typeof COLUMNS)[number]>;

/** Names stand in certificates, so they are sealed as other personal data is. */
export function issuanceRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): IssuanceStore {
  const one = () => db.selectFrom('issuance').select(COLUMNS);
  const place = (id: string, purpose: 'tbs' | 'certificate') => ({ table: 'issuance', id, purpose });
  const read = async (row: Row): Promise<Issuance> => {
    const { sealed_certificate: sealed, revoked_at: at, revocation_reason: reason } = row;
    return {
      id: row.id,
      orderId: row.order_id,
      use: row.use,
      profile: row.profile,
      authority: row.authority,
      keyFingerprint: Buffer.from(row.key_fingerprint),
      serialNumber: row.serial_number,
      toBeSigned: await openDer(records, place(row.id, 'tbs'), row.sealed_tbs),
      certificate: sealed ? await openDer(records, place(row.id, 'certificate'), sealed) : undefined,
      validUntil: row.valid_until,
      revocation: at ? { at, reason: reason ?? 'unspecified' } : undefined,
    };
  };
  const found = async (row: Row | undefined) => (row ? read(row) : undefined);
  return {
    async reserve(issuance) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('issuance')
        .values({
          id: issuance.id,
          order_id: issuance.orderId,
          use: issuance.use,
          profile: issuance.profile,
          authority: issuance.authority,
          key_fingerprint: issuance.keyFingerprint,
          serial_number: issuance.serialNumber,
          sealed_tbs: await sealDer(records, place(issuance.id, 'tbs'), issuance.toBeSigned),
          valid_until: issuance.validUntil,
          lease_until: issuance.leaseUntil,
          created_at: issuance.createdAt,
        })
        // Whichever rule it breaks: the key, the order's use, or a number that was drawn twice.
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    findByKey: async (key) => found(await one().where('key_fingerprint', '=', key).executeTakeFirst()),
    findBySerial: async (serial) => found(await one().where('serial_number', '=', serial).executeTakeFirst()),
    async livingOf(orderId, use) {
      const living = one().where('order_id', '=', orderId).where('use', '=', use).where('revoked_at', 'is', null);
      return found(await living.executeTakeFirst());
    },
    async takeForSigning(id, { now, leaseMs }) {
      const { numUpdatedRows } = await db
        .updateTable('issuance')
        .set({ lease_until: new Date(now.getTime() + leaseMs) })
        .where('id', '=', id)
        .where('issued_at', 'is', null)
        .where('lease_until', '<=', now)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async takeDue({ now, leaseMs, most }) {
      const rows = await db
        .updateTable('issuance')
        .set({ lease_until: new Date(now.getTime() + leaseMs) })
        .where('id', 'in', (due) =>
          due
            .selectFrom('issuance')
            .select('id')
            .where('issued_at', 'is', null)
            .where('lease_until', '<=', now)
            .orderBy('lease_until')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .returning(COLUMNS)
        .execute();
      return Promise.all(rows.map(read));
    },
    async complete(id, certificate, now) {
      const sealed = await sealDer(records, place(id, 'certificate'), certificate);
      const { numUpdatedRows } = await db
        .updateTable('issuance')
        .set({ sealed_certificate: sealed, issued_at: now })
        .where('id', '=', id)
        .where('issued_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) return certificate;
      const first = await read(await one().where('id', '=', id).executeTakeFirstOrThrow());
      if (!first.certificate) throw new Error('a certificate that was issued is gone');
      return first.certificate;
    },
    async revoke(id, reason, now) {
      const { numUpdatedRows } = await db
        .updateTable('issuance')
        .set({ revoked_at: sql<Date>`${now}::timestamptz`, revocation_reason: reason })
        .where('id', '=', id)
        .where('issued_at', 'is not', null)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
