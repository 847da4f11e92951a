import type { Channel } from '@certbridge/shared/domain/channel.ts';
import { type Kysely, sql } from 'kysely';
import type { ChannelStore } from '../channels/channel-store.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { whileReachable } from './while-reachable.ts';

interface Read {
  readonly text: string;
  readonly channel: Channel;
}

export function channelRecords(db: Kysely<DatabaseSchema>): ChannelStore {
  const lastRead = new Map<string, Read>();
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
        const row = await db
          .selectFrom('channel')
          .select(sql<string>`document::text`.as('text'))
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row) return undefined;
        // The same object for the same content: what was worked out about it need not be worked out again.
        const last = lastRead.get(id);
        if (last?.text === row.text) return last.channel;
        const channel = JSON.parse(row.text) as Channel;
        lastRead.set(id, { text: row.text, channel });
        return channel;
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
