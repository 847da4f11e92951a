import type { Channel, ChannelListEntry } from '@certbridge/shared/domain/channel.ts';

/** What the channels need of a database. */
export interface ChannelStore {
  /** By position. */
  list(): Promise<ChannelListEntry[]>;
  read(id: string): Promise<Channel | undefined>;
  /** In this order; leaves those alone that are there already, because staff may have edited them. */
  addMissing(channels: readonly Channel[]): Promise<void>;
}
