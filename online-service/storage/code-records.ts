import { type Kysely, sql } from 'kysely';
import type { CodePurpose } from '../codes/code-purpose.ts';
import type { CodeStore, StoredCode } from '../codes/code-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function codeRecords(db: Kysely<DatabaseSchema>): CodeStore {
  return {
    async add({ id, purpose, subject, hash, until, triesLeft, createdAt }) {
      await db
        // Not by its time alone: clocks of several processes differ, and an earlier code may have gone to somebody else.
        .with('earlier', (cte) =>
          cte
            .updateTable('one_time_code')
            .set({ used_at: createdAt })
            .where('purpose', '=', purpose)
            .where('subject', '=', subject)
            .where('used_at', 'is', null),
        )
        .insertInto('one_time_code')
        .values({ id, purpose, subject, hash, until, tries_left: triesLeft, created_at: createdAt })
        .execute();
    },
    async latest(purpose, subject) {
      const row = await db
        .selectFrom('one_time_code')
        .select(['id', 'subject', 'hash', 'until', 'tries_left', 'created_at'])
        .where('purpose', '=', purpose)
        .where('subject', '=', subject)
        .where('used_at', 'is', null)
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && storedCode(row, purpose);
    },
    async use(id, now) {
      const used = await db
        .updateTable('one_time_code')
        .set({ used_at: now })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('tries_left', '>', 0)
        .returning('id')
        .executeTakeFirst();
      return used !== undefined;
    },
    async miss(id) {
      const row = await db
        .updateTable('one_time_code')
        .set({ tries_left: sql<number>`greatest(tries_left - 1, 0)` })
        .where('id', '=', id)
        .returning('tries_left')
        .executeTakeFirst();
      return row?.tries_left ?? 0;
    },
  };
}

interface CodeRow {
  readonly id: string;
  readonly subject: string;
  readonly hash: Uint8Array;
  readonly until: Date;
  readonly tries_left: number;
  readonly created_at: Date;
}

function storedCode(row: CodeRow, purpose: CodePurpose): StoredCode {
  const { id, subject, hash, until } = row;
  return { id, purpose, subject, hash, until, triesLeft: row.tries_left, createdAt: row.created_at };
}
