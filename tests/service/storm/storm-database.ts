import { join } from 'node:path';
import { seedChannels } from '../../../online-service/channels/seed-channels.ts';
import { createLog } from '../../../online-service/create-log.ts';
import { blindIndex } from '../../../online-service/personal-data/blind-index.ts';
import { newMasterKeyLine, parseMasterKeys } from '../../../online-service/personal-data/master-key.ts';
import { masterKeyWrapper } from '../../../online-service/personal-data/master-key-wrapper.ts';
import { sealedRecords } from '../../../online-service/personal-data/sealed-record.ts';
import { channelRecords } from '../../../online-service/storage/channel-records.ts';
import { openDatabase } from '../../../online-service/storage/database.ts';
import { startEmbeddedDatabase } from '../../../online-service/storage/embedded/embedded-database.ts';
import { frozenChannels } from '../../../online-service/storage/frozen-channels.ts';
import { prepareDatabase } from '../../../online-service/storage/prepare-database.ts';
import { transactOn } from '../../../online-service/storage/transact.ts';

export type StormDatabase = Awaited<ReturnType<typeof openStormDatabase>>;

/** A PostgreSQL of its own with the service's tables, reached by the service's own stores. */
export async function openStormDatabase(dir: string) {
  const log = createLog('silent');
  const { signal } = new AbortController();
  const server = await startEmbeddedDatabase({ folder: join(dir, 'postgres'), log, signal });
  const channels = await seedChannels();
  await prepareDatabase(server.url, async (db) => channelRecords(db).addMissing(channels));
  const { db, pool } = openDatabase(server.url, log);
  const masterKeyLine = newMasterKeyLine().trim();
  const masterKeys = parseMasterKeys(masterKeyLine);
  const channel = channels.find(({ id }) => id === 'shangqiu-ggzy');
  if (!masterKeys || !channel) throw new Error('neither keys nor a channel to begin with');
  const frozen = frozenChannels(db);
  await frozen.freeze(channel);
  const records = sealedRecords(masterKeyWrapper(masterKeys));
  return {
    url: server.url,
    pool,
    masterKeyLine,
    channel,
    transact: transactOn(pool, { records, index: blindIndex(masterKeys), channels: frozen }),
    async close() {
      await db.destroy();
      await server.stop();
    },
  };
}
