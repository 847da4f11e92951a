import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { seedChannels } from '../../../online-service/channels/seed-channels.ts';
import { createLog } from '../../../online-service/create-log.ts';
import { createPrinter } from '../../../online-service/documents/printer.ts';
import { openProviders } from '../../../online-service/identity/open-providers.ts';
import { openDiskStore } from '../../../online-service/materials/store/disk-store.ts';
import { onlineServer } from '../../../online-service/online-server.ts';
import { channelRecords } from '../../../online-service/storage/channel-records.ts';
import { openDatabase } from '../../../online-service/storage/database.ts';
import { prepareDatabase } from '../../../online-service/storage/prepare-database.ts';
import { testMasterKeys } from '../../../online-service/testing/test-master-keys.ts';
import { UNIT_FIELDS } from '../../../online-service/testing/unit-fields.ts';

export interface ServiceUnderFuzz {
  readonly server: FastifyInstance;
  /** Opens one order, so that the routes behind the bearer's door are reached. */
  readonly token: string;
  readonly orderId: string;
  close(): Promise<void>;
}

/** The whole service over a real database, asked without a network between. */
export async function serviceUnderFuzz(databaseUrl: string, materialsDir: string): Promise<ServiceUnderFuzz> {
  const log = createLog('silent');
  await prepareDatabase(databaseUrl, async (db) => channelRecords(db).addMissing(await seedChannels()));
  const database = openDatabase(databaseUrl, log);
  const printer = createPrinter();
  const server = await onlineServer({
    database,
    masterKeys: testMasterKeys(),
    materials: await openDiskStore(materialsDir),
    printer,
    providers: openProviders({}, log),
    publicUrl: () => 'http://127.0.0.1',
    trustedProxies: ['127.0.0.1'],
    payments: { providers: {}, accounts: {} },
    watchOrder: () => () => undefined,
    extensionIds: [],
    log,
  });
  const begun = await server.inject({
    method: 'POST',
    url: '/v1/orders',
    headers: { 'idempotency-key': randomUUID() },
    payload: { channelId: 'shangqiu-ggzy', business: 'new-unit', fields: UNIT_FIELDS },
  });
  const { token, order } = begun.json<{ value: { token: string; order: { id: string } } }>().value;
  return {
    server,
    token,
    orderId: order.id,
    async close() {
      await server.close();
      await printer.close();
      await database.db.destroy();
    },
  };
}
