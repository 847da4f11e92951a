import { type Kysely, sql } from 'kysely';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { PersonStore } from '../personal-data/person-store.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { recipientOf } from './outbox-records.ts';

export function personRecords(db: Kysely<DatabaseSchema>, index: BlindIndex): PersonStore {
  return {
    async ordersOf(person) {
      const rows = await db
        .selectFrom('order')
        .select('id')
        .where('person', '=', person)
        .orderBy('created_at')
        .execute();
      return rows.map(({ id }) => id);
    },
    historyOf: (orderId) =>
      db
        .selectFrom('order_event')
        .select(['event', 'from_state as from', 'to_state as to', 'actor as by', 'note', 'at'])
        .where('order_id', '=', orderId)
        .orderBy('version')
        .execute(),
    async forget(person, orderIds) {
      const subjects = [person, ...orderIds];
      // A reply is kept under its caller, who is named by the hash of his token.
      await sql`
        with over as (delete from session where subject = any (${subjects}) returning hash)
        delete from once using over
        where caller = rtrim(translate(encode(over.hash, 'base64'), '+/', '-_'), '=')`.execute(db);
      // Those under a token that is gone, or under none: of the beginning of an order.
      await sql`delete from once where order_id = any (${orderIds}::uuid[])`.execute(db);
      await sql`delete from one_time_code where split_part(subject, ' ', 1) = any (${orderIds})`.execute(db);
      await db.deleteFrom('order_query').where('person', '=', person).execute();
      for (const table of ['upload', 'link', 'identity_attempt'] as const) {
        await db.deleteFrom(table).where('order_id', '=', sql<string>`any (${orderIds}::uuid[])`).execute();
      }
    },
    async forgetMessagesTo(recipients) {
      const all = [...recipients].map((to) => recipientOf(index, to));
      if (all.length > 0) await db.deleteFrom('outbox').where('recipient', 'in', all).execute();
    },
  };
}
