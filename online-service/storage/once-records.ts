import type { Kysely } from 'kysely';
import { type OnceStore, OnceTaken } from '../once/once-store.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { LastStatement } from './in-transaction.ts';
import { violates } from './violates.ts';

export function onceRecords(db: Kysely<DatabaseSchema>, lastly: (last: LastStatement) => void): OnceStore {
  return {
    find: ({ caller, key }) =>
      db
        .selectFrom('once')
        .select(['operation', 'request', 'reply'])
        .where('caller', '=', caller)
        .where('key', '=', key)
        .executeTakeFirst(),
    keep({ orderId, ...done }) {
      const values = { ...done, order_id: orderId ?? null };
      lastly({ query: db.insertInto('once').values(values).compile(), explain: explained });
    },
  };
}

function explained(fault: unknown): unknown {
  return violates(fault, 'once_pkey') ? new OnceTaken('a twin was faster', { cause: fault }) : fault;
}
