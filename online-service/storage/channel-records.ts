import type { Kysely } from 'kysely';
import type { ChannelStore } from '../channels/channel-store.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { whileReachable } from './while-reachable.ts';

export function channelRecords(db: Kysely<DatabaseSchema>): ChannelStore {
  return {
    list: () =>
      whileReachable(() =>
        db
          .selectFrom('channel')
          .select(({ ref }) => ['id', ref('document', '->>').key('name').as('name')])
          .orderBy('position')
          .orderBy('id')
          .execute(),
      ),
    read: (id) =>
      whileReachable(async () => {
        const row = await db.selectFrom('channel').select('document').where('id', '=', id).executeTakeFirst();
        return row?.document;
      }),
    addMissing: (channels) =>
      whileReachable(async () => {
        const rows = channels.map((channel, position) => ({
          id: channel.id,
          position,
          document: JSON.stringify(channel),
        }));
        await db
          .insertInto('channel')
          .values(rows)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }),
  };
}
