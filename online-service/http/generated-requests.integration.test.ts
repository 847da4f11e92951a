import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { seedChannels } from '../channels/seed-channels.ts';
import { createLog } from '../create-log.ts';
import { createPrinter } from '../documents/printer.ts';
import { openProviders } from '../identity/open-providers.ts';
import { openDiskStore } from '../materials/store/disk-store.ts';
import { onlineServer } from '../online-server.ts';
import { channelRecords } from '../storage/channel-records.ts';
import { openDatabase } from '../storage/database.ts';
import { prepareDatabase } from '../storage/prepare-database.ts';
import { externalDatabase, query } from '../testing/external-database.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { EXTENSION_ORIGIN } from '../testing/test-config.ts';
import { testMasterKeys } from '../testing/test-master-keys.ts';

const REQUESTS = 10_000;

const { url } = await externalDatabase();
const log = createLog('silent');
const seeds = await seedChannels();
await prepareDatabase(url, (db) => channelRecords(db).addMissing(seeds));
const database = openDatabase(url, log);
const printer = createPrinter();
const server = await onlineServer({
  database,
  masterKeys: testMasterKeys(),
  providers: openProviders({}, log),
  materials: await openDiskStore(await temporaryFolder()),
  printer,
  publicUrl: () => 'http://127.0.0.1',
  payments: { providers: {}, accounts: {} },
  watchOrder: () => () => undefined,
  extensionIds: [EXTENSION_ORIGIN.slice(19)],
  log,
});
afterAll(async () => {
  await server.close();
  await printer.close();
  await database.db.destroy();
});

const everything = () =>
  query(
    url,
    `select 'channel' as kind, to_jsonb(channel) as row from channel
    union all select 'migration', to_jsonb(kysely_migration) from kysely_migration
    union all select 'table', to_jsonb(tablename) from pg_tables where schemaname = 'public' order by 1, 2`,
  );

const known = ['/health', '/v1/channels', '/v1/channels/paperless-unit', '/metrics', '/docs', '/docs/json'];
const junk = fc.string({ unit: 'grapheme', maxLength: 30 });
const segment = fc.oneof(
  junk.map(encodeURIComponent),
  fc.stringMatching(/^[%\w.~!$&'()*+,;=:@-]{0,20}$/),
  fc.constantFrom('v1', 'channels', '__proto__', 'constructor', '..', '%2e%2e', '%00', "' or 1=1--", '%zz'),
);
const path = fc.oneof(
  fc.constantFrom(...known),
  segment.map((one) => `/v1/channels/${one}`),
  fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
);
const queryText = fc
  .array(fc.tuple(segment, segment), { maxLength: 3 })
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map((pair) => pair.join('=')).join('&')}` : ''));
const header = fc.stringMatching(/^[\x20-\x7e]{0,40}$/);
const headers = fc.record(
  {
    origin: fc.oneof(fc.constant(EXTENSION_ORIGIN), header),
    'content-type': fc.oneof(fc.constantFrom('application/json', 'text/plain', 'multipart/form-data'), header),
    'content-encoding': fc.constantFrom('gzip', 'br'),
    accept: header,
    'accept-version': header,
    'access-control-request-method': header,
    'if-none-match': header,
    range: header,
  },
  { requiredKeys: [] },
);
const payload = fc.oneof(
  fc.constant(undefined),
  fc.json(),
  junk,
  fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
);
const request = fc.record({
  method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
  url: fc.tuple(path, queryText).map((parts) => parts.join('')),
  headers,
  payload,
});

/** The test client normalises addresses, and cannot make some into one at all. */
const isAddress = ({ url: address }: { readonly url: string }) => URL.canParse(address, 'http://localhost');

test(`of ${REQUESTS} generated requests none brings a 5xx or a nameless error, or changes the database`, async () => {
  const before = await everything();
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(request.filter(isAddress), async ({ payload: body, ...generated }) => {
      const reply = await server.inject({ ...generated, ...(body === undefined ? {} : { payload: body }) });
      answered += 1;
      expect(reply.statusCode).toBeLessThan(500);
      if (reply.statusCode >= 400 && generated.method !== 'HEAD') {
        expect(reply.json()).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^[A-Z0-9_]+$/) } });
      }
    }),
    { numRuns: REQUESTS },
  );
  expect(answered).toBeGreaterThanOrEqual(REQUESTS);
  expect(await everything()).toEqual(before);
});
