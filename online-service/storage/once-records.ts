import type { Kysely } from 'kysely';
import { type OnceStore, OnceTaken } from '../once/once-store.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { violates } from './violates.ts';

export function onceRecords(db: Kysely<DatabaseSchema>): OnceStore {
  return {
    find: ({ caller, key }) =>
      db
        .selectFrom('once')
        .select(['operation', 'request', 'reply'])
        .where('caller', '=', caller)
        .where('key', '=', key)
        .executeTakeFirst(),
    async keep({ orderId, ...done }) {
      try {
        await db
          .insertInto('once')
          .values({ ...done, order_id: orderId ?? null })
          .execute();
      } catch (fault) {
        if (violates(fault, 'once_pkey')) throw new OnceTaken('a twin was faster', { cause: fault });
        throw fault;
      }
    },
  };
}
