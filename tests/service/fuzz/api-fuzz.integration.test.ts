import { afterAll, expect, test } from 'vitest';
import { externalDatabase, query } from '../../../online-service/testing/external-database.ts';
import { temporaryFolder } from '../../../online-service/testing/temporary-folder.ts';
import { runApiFuzz } from './run-api-fuzz.ts';
import { serviceUnderFuzz } from './service-under-fuzz.ts';

const PER_ROUTE = 200;
const { url } = await externalDatabase();
const service = await serviceUnderFuzz(url, await temporaryFolder());
afterAll(() => service.close());

test('damaged bodies bring no 5xx and no nameless error, and what is refused leaves nothing behind', async () => {
  const { wrong, begun, tally } = await runApiFuzz(service, { perRoute: PER_ROUTE, seed: 1 });
  expect(wrong).toEqual([]);
  expect(tally.get('INPUT_INVALID')).toBeGreaterThan(PER_ROUTE);
  const [rows] = await query<Record<string, string>>(
    url,
    `select (select count(*) from "order") as orders, (select count(*) from material) as materials,
      (select count(*) from identity_fact) as facts, (select count(*) from upload_piece) as pieces`,
  );
  expect(rows).toEqual({ orders: String(1 + begun), materials: '0', facts: '0', pieces: '0' });
});
