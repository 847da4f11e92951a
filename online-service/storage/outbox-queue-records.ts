import { type Kysely, sql } from 'kysely';
import { outboxMessage } from '../outbox/outbox.ts';
import type { OutboxQueue } from '../outbox/outbox-queue.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { messagePlace } from './outbox-records.ts';

export function outboxQueueRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): OutboxQueue {
  const fromNow = (ms: number) => sql<Date>`now() + ${ms} * interval '1 millisecond'`;
  return {
    async take({ kinds, most, leaseMs }) {
      const rows = await db
        .with('due', (cte) =>
          cte
            .selectFrom('outbox')
            .select('id')
            .where('kind', 'in', [...kinds])
            .where('stuck_at', 'is', null)
            .where('next_at', '<=', sql<Date>`now()`)
            .orderBy('next_at')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('outbox')
        .from('due')
        .set({ tries: sql<number>`tries + 1`, next_at: fromNow(leaseMs) })
        .whereRef('outbox.id', '=', 'due.id')
        .returning(['outbox.id', 'outbox.kind', 'outbox.tries', 'outbox.until', 'outbox.sealed'])
        .execute();
      return rows.map(({ id, kind, tries, until, sealed }) => ({
        id,
        kind,
        tries,
        until: until ?? undefined,
        open: async () => outboxMessage.parse(await records.open(messagePlace(id), sealed)),
      }));
    },
    async remove(id) {
      await db.deleteFrom('outbox').where('id', '=', id).execute();
    },
    async tryAgain(id, { inMs, fault }) {
      await db
        .updateTable('outbox')
        .set({ next_at: fromNow(inMs), fault })
        .where('id', '=', id)
        .execute();
    },
    async setAside(id, fault) {
      await db.updateTable('outbox').set({ stuck_at: sql<Date>`now()`, fault }).where('id', '=', id).execute();
    },
    async counts() {
      const { waiting, stuck } = await db
        .selectFrom('outbox')
        .select([
          sql<string>`count(*) filter (where stuck_at is null)`.as('waiting'),
          sql<string>`count(*) filter (where stuck_at is not null)`.as('stuck'),
        ])
        .executeTakeFirstOrThrow();
      return { waiting: Number(waiting), stuck: Number(stuck) };
    },
  };
}
