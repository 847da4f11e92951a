import type { Migration } from 'kysely/migration';
import { channelTable } from './0001-channel.ts';

/** In order of their names. One that was released is never edited: a new one follows it. */
export const ALL_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-channel': channelTable,
};
