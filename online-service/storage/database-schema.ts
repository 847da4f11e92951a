import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { ColumnType, JSONColumnType } from 'kysely';

export interface ChannelTable {
  readonly id: string;
  readonly position: number;
  /** Staff may edit it, so it is checked again whenever it leaves the service. */
  readonly document: JSONColumnType<Channel>;
  readonly updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface DatabaseSchema {
  readonly channel: ChannelTable;
}
