import { afterAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { blindIndex } from '../personal-data/blind-index.ts';
import { openDatabase } from '../storage/database.ts';
import { limitRecords } from '../storage/limit-records.ts';
import { prepareDatabase } from '../storage/prepare-database.ts';
import { externalDatabase } from '../testing/external-database.ts';
import { testMasterKeys } from '../testing/test-master-keys.ts';
import type { Limit } from './limit.ts';
import { withinLimits } from './within-limits.ts';

const { url } = await externalDatabase();
await prepareDatabase(url, async () => undefined);
const { db } = openDatabase(url, createLog('silent'));
afterAll(() => db.destroy());

beforeEach(async () => {
  await db.deleteFrom('rate_limit').execute();
});

const tools = { index: blindIndex(testMasterKeys()), now: () => new Date('2026-11-23T02:00:00Z') };
const take = (...limits: readonly Limit[]) =>
  withinLimits(
    limitRecords(db),
    limits.map((limit) => [limit, 'somebody'] as const),
    tools,
  );

test('as many as the burst are let in, and the next is told how long to wait', async () => {
  const limit = { name: 'few', burst: 3, intervalMs: 60_000 };
  for (let at = 0; at < 3; at += 1) expect(await take(limit)).toBeUndefined();
  expect(await take(limit)).toMatchObject({ error: { code: 'TRIES_TOO_FAST', values: { seconds: 60 } } });
});

test('whoever is refused by his own limit uses up nothing of what all share', async () => {
  const own = { name: 'a-own', burst: 1, intervalMs: 60_000 };
  const shared = { name: 'b-shared', burst: 2, intervalMs: 60_000 };
  expect(await take(shared, own)).toBeUndefined();
  for (let at = 0; at < 5; at += 1) expect(await take(shared, own)).toBeDefined();
  expect(await take(shared)).toBeUndefined();
  expect(await take(shared)).toBeDefined();
});

test('a limit in parts lets in as many as the whole and no more', async () => {
  const limit = { name: 'wide', burst: 40, intervalMs: 1_000, parts: 4 };
  let admitted = 0;
  for (let at = 0; at < 160; at += 1) if ((await take(limit)) === undefined) admitted += 1;
  expect(admitted).toBe(40);
});
