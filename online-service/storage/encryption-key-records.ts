import type { Kysely, Selectable } from 'kysely';
import type { EncryptionKey, EncryptionKeyStore } from '../issuing/key-management/encryption-key-store.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { IssuingTables } from './issuing-tables.ts';
import { openDer, sealDer } from './sealed-der.ts';

type Row = Selectable<IssuingTables['encryption_key']>;

export function encryptionKeyRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): EncryptionKeyStore {
  const one = () =>
    db.selectFrom('encryption_key').select(['id', 'order_id', 'algorithm', 'public_key', 'sealed', 'created_at']);
  const place = (id: string) => ({ table: 'encryption_key', id, purpose: 'private-key' });
  const read = async (row: Row | undefined): Promise<EncryptionKey | undefined> =>
    row && {
      id: row.id,
      orderId: row.order_id,
      algorithm: row.algorithm,
      publicKey: Buffer.from(row.public_key),
      privateKey: await openDer(records, place(row.id), row.sealed),
      createdAt: row.created_at,
    };
  const ofOrder = async (orderId: string) => read(await one().where('order_id', '=', orderId).executeTakeFirst());
  return {
    async keepFirst(key) {
      await db
        .insertInto('encryption_key')
        .values({
          id: key.id,
          order_id: key.orderId,
          algorithm: key.algorithm,
          public_key: key.publicKey,
          sealed: await sealDer(records, place(key.id), key.privateKey),
          created_at: key.createdAt,
        })
        .onConflict((conflict) => conflict.column('order_id').doNothing())
        .execute();
      return (await ofOrder(key.orderId)) ?? key;
    },
    ofOrder,
    find: async (id) => read(await one().where('id', '=', id).executeTakeFirst()),
    async ask(recovery) {
      await db
        .insertInto('key_recovery')
        .values({
          id: recovery.id,
          encryption_key_id: recovery.encryptionKeyId,
          reason: recovery.reason,
          recipient: recovery.recipient,
          asked_by: recovery.askedBy,
          asked_at: recovery.askedAt,
        })
        .execute();
    },
    async lockRecovery(id) {
      const row = await db
        .selectFrom('key_recovery')
        .select(['id', 'encryption_key_id', 'reason', 'recipient', 'asked_by', 'asked_at', 'released_at'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return undefined;
      const approvals = await db
        .selectFrom('key_recovery_approval')
        .select('approved_by')
        .where('recovery_id', '=', id)
        .execute();
      return {
        id,
        encryptionKeyId: row.encryption_key_id,
        reason: row.reason,
        recipient: Buffer.from(row.recipient),
        askedBy: row.asked_by,
        askedAt: row.asked_at,
        released: row.released_at !== null,
        approvedBy: approvals.map((approval) => approval.approved_by),
      };
    },
    async approve(id, by, at) {
      await db
        .insertInto('key_recovery_approval')
        .values({ recovery_id: id, approved_by: by, approved_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async release(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('key_recovery')
        .set({ released_at: at })
        .where('id', '=', id)
        .where('released_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
