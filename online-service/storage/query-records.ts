import type { Kysely } from 'kysely';
import type { QueryStore } from '../query/query-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function queryRecords(db: Kysely<DatabaseSchema>): QueryStore {
  return {
    async add(query) {
      await db.insertInto('order_query').values(query).execute();
    },
    find: (id) => db.selectFrom('order_query').selectAll().where('id', '=', id).executeTakeFirst(),
  };
}
