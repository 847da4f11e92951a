import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Outbox } from '../outbox/outbox.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { RecordPlace, SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';

export interface OutboxRecordTools {
  readonly records: SealedRecords;
  readonly index: BlindIndex;
  readonly onPut: () => void;
}

export function outboxRecords(db: Kysely<DatabaseSchema>, { records, index, onPut }: OutboxRecordTools): Outbox {
  return {
    async put(message, { until, notBefore, key } = {}) {
      if (key !== undefined && !(await isNew(db, `${message.kind} ${key}`))) return;
      const id = randomUUID();
      const sealed = await records.seal(messagePlace(id), message);
      await db
        .insertInto('outbox')
        .values({
          id,
          kind: message.kind,
          sealed,
          recipient: recipientOf(index, message.to),
          until: until ?? null,
          ...(notBefore ? { next_at: notBefore } : {}),
        })
        .execute();
      onPut();
    },
  };
}

/** The key stays when the message has gone, and goes when the transaction is undone. */
async function isNew(db: Kysely<DatabaseSchema>, key: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('message_key')
    .values({ key })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** By which messages to a phone or mailbox are found without opening them all. */
export function recipientOf(index: BlindIndex, to: string): Uint8Array {
  return index.of('recipient', to);
}

export function messagePlace(id: string): RecordPlace {
  return { table: 'outbox', id, purpose: 'message' };
}
