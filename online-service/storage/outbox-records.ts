import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Outbox } from '../outbox/outbox.ts';
import type { RecordPlace, SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function outboxRecords(db: Kysely<DatabaseSchema>, records: SealedRecords, onPut?: () => void): Outbox {
  return {
    async put(message, until) {
      const id = randomUUID();
      const sealed = await records.seal(messagePlace(id), message);
      await db
        .insertInto('outbox')
        .values({ id, kind: message.kind, sealed, until: until ?? null })
        .execute();
      onPut?.();
    },
  };
}

export function messagePlace(id: string): RecordPlace {
  return { table: 'outbox', id, purpose: 'message' };
}
