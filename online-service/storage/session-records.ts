import type { Kysely } from 'kysely';
import type { SessionStore } from '../sessions/session.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { whileReachable } from './while-reachable.ts';

export function sessionRecords(db: Kysely<DatabaseSchema>): SessionStore {
  return {
    async add(session, { hash, until }) {
      const subject = session.kind === 'order' ? session.orderId : session.person;
      await db.insertInto('session').values({ hash, kind: session.kind, subject, until }).execute();
    },
    async find(hash) {
      const row = await whileReachable(() =>
        db.selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst(),
      );
      if (!row) return undefined;
      const session =
        row.kind === 'order'
          ? ({ kind: 'order', orderId: row.subject } as const)
          : ({ kind: 'person', person: row.subject } as const);
      return { session, until: row.until };
    },
  };
}
