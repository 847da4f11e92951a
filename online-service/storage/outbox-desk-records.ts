import { type Kysely, sql } from 'kysely';
import { outboxMessage } from '../outbox/outbox.ts';
import type { OutboxDesk } from '../outbox/outbox-desk.ts';
import { NotOpened } from '../personal-data/not-opened.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { messagePlace } from './outbox-records.ts';

export function outboxDeskRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): OutboxDesk {
  const templateOf = async (id: string, sealed: Uint8Array) => {
    try {
      return outboxMessage.parse(await records.open(messagePlace(id), sealed)).template;
    } catch (fault) {
      if (fault instanceof NotOpened) return undefined;
      throw fault;
    }
  };
  return {
    async list(most) {
      const rows = await db
        .selectFrom('outbox')
        .select(['id', 'kind', 'sealed', 'tries', 'created_at', 'stuck_at', 'fault'])
        .orderBy(sql`stuck_at is null`)
        .orderBy('created_at')
        .limit(most)
        .execute();
      return Promise.all(
        rows.map(async ({ id, kind, sealed, tries, created_at, stuck_at, fault }) => ({
          id,
          kind,
          template: await templateOf(id, sealed),
          tries,
          since: created_at,
          fault: fault ?? undefined,
          isStuck: stuck_at !== null,
        })),
      );
    },
    async retry(id) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ stuck_at: null, fault: null, tries: 0, next_at: sql<Date>`now()` })
        .where('id', '=', id)
        .where('stuck_at', 'is not', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}
