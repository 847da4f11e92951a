import type { ServiceConfig } from '../config/service-config.ts';
import { createLog } from '../create-log.ts';
import { openStore } from '../materials/store/open-store.ts';
import { sealedStore } from '../materials/store/sealed-store.ts';
import type { OutboxDesk } from '../outbox/outbox-desk.ts';
import { type BlindIndex, blindIndex } from '../personal-data/blind-index.ts';
import type { EraseTools } from '../personal-data/erase-person.ts';
import type { ExportTools } from '../personal-data/export-person.ts';
import { loadMasterKeys } from '../personal-data/load-master-keys.ts';
import { masterKeyWrapper } from '../personal-data/master-key-wrapper.ts';
import { sealedRecords } from '../personal-data/sealed-record.ts';
import { openDatabase } from '../storage/database.ts';
import { startEmbeddedDatabase } from '../storage/embedded/embedded-database.ts';
import { databaseFolder } from '../storage/embedded/places.ts';
import { runningDatabase } from '../storage/embedded/running-database.ts';
import { frozenChannels } from '../storage/frozen-channels.ts';
import { outboxDeskRecords } from '../storage/outbox-desk-records.ts';
import { prepareDatabase } from '../storage/prepare-database.ts';
import { transactOn } from '../storage/transact.ts';

export interface ServiceTools extends ExportTools, EraseTools {
  readonly materials: ExportTools['materials'] & EraseTools['materials'];
  readonly index: BlindIndex;
  readonly outbox: OutboxDesk;
  close(): Promise<void>;
}

/** The service's own data, with its settings, beside a running service or without one. */
export async function openServiceTools(config: ServiceConfig): Promise<ServiceTools> {
  const log = createLog('silent');
  const { url, stop } = await reachDatabase(config);
  try {
    await prepareDatabase(url, async () => undefined);
    const { keys } = await loadMasterKeys({ ...config.masterKeys, dataDir: config.dataDir });
    const wrapper = masterKeyWrapper(keys);
    const { store, close } = await openStore(config);
    const { db, pool } = openDatabase(url, log);
    const index = blindIndex(keys);
    const records = sealedRecords(wrapper);
    return {
      transact: transactOn(pool, { records, index, channels: frozenChannels(db) }),
      materials: sealedStore(store, wrapper),
      index,
      outbox: outboxDeskRecords(db, records),
      now: () => new Date(),
      log,
      async close() {
        await close();
        await db.destroy();
        await stop();
      },
    };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** Configured, run by a service at this moment, or started for us. */
async function reachDatabase({ databaseUrl, dataDir }: ServiceConfig) {
  const folder = databaseFolder(dataDir);
  const url = databaseUrl ?? (await runningDatabase(folder));
  if (url !== undefined) return { url, stop: async () => undefined };
  const signal = new AbortController().signal;
  return startEmbeddedDatabase({ folder, log: createLog('silent'), signal });
}
