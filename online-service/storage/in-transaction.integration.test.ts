import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { eventually } from '../testing/eventually.ts';
import { externalDatabase } from '../testing/external-database.ts';
import { openDatabase } from './database.ts';
import { type InTransaction, inTransaction } from './in-transaction.ts';
import { prepareDatabase } from './prepare-database.ts';

const { url } = await externalDatabase();
await prepareDatabase(url, async () => undefined);
const { db, pool } = openDatabase(url, createLog('silent'));
afterAll(() => db.destroy());

beforeEach(async () => {
  await db.deleteFrom('rate_limit').execute();
});

const tat = new Date(0);
const put = (transaction: InTransaction, key: string) =>
  transaction.db.insertInto('rate_limit').values({ key, tat }).execute();
const lastly = ({ db: within, lastly: leave }: InTransaction, key: string) =>
  leave({ query: within.insertInto('rate_limit').values({ key, tat }).compile(), explain: () => new Error('taken') });
const kept = async () => {
  const rows = await db.selectFrom('rate_limit').select('key').orderBy('key').execute();
  return rows.map(({ key }) => key);
};

test('what was done and the last statement stay together', async () => {
  const value = await inTransaction(pool, async (transaction) => {
    lastly(transaction, 'last');
    await put(transaction, 'first');
    return 'done';
  });
  expect(value).toBe('done');
  expect(await kept()).toEqual(['first', 'last']);
});

test('a last statement that fails undoes everything, and its fault is told in the words of its feature', async () => {
  const twice = inTransaction(pool, async (transaction) => {
    await put(transaction, 'same');
    lastly(transaction, 'same');
  });
  await expect(twice).rejects.toThrow('taken');
  expect(await kept()).toEqual([]);
});

test('of statements that are on their way together, one that fails undoes the others', async () => {
  const both = inTransaction(pool, async (transaction) => {
    await Promise.all([put(transaction, 'one'), put(transaction, 'one'), put(transaction, 'two')]);
  });
  await expect(both).rejects.toMatchObject({ code: '23505' });
  expect(await kept()).toEqual([]);
});

test('a fault that the work has swallowed does not let half of it stay', async () => {
  const swallowed = inTransaction(pool, async (transaction) => {
    await put(transaction, 'half');
    await put(transaction, 'half').catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow('undone');
  expect(await kept()).toEqual([]);
});

test('a statement after the end reaches nobody else’s transaction', async () => {
  const left = await inTransaction(pool, async (transaction) => {
    await put(transaction, 'within');
    return transaction;
  });
  await expect(put(left, 'after')).rejects.toThrow('after the end');
  expect(await kept()).toEqual(['within']);
});

test('a connection serves on after failed transactions, whose statements it still knows by name', async () => {
  const order = async (key: string) => inTransaction(pool, (transaction) => put(transaction, key));
  await order('a');
  for (let round = 0; round < 20; round += 1) await expect(order('a')).rejects.toThrow();
  await order('b');
  expect(await kept()).toEqual(['a', 'b']);
});

test('a column that a newer service adds breaks no statement of this one', async () => {
  const read = () => inTransaction(pool, ({ db: within }) => within.selectFrom('rate_limit').selectAll().execute());
  const named = () => inTransaction(pool, ({ db: within }) => within.selectFrom('rate_limit').select('key').execute());
  for (let round = 0; round < 7; round += 1) await Promise.all([read(), named()]);
  await sql`alter table rate_limit add column newer integer`.execute(db);
  await expect(Promise.all([read(), named()])).resolves.toEqual([[], []]);
});

test('a connection that breaks in the midst of a transaction ends the transaction, and nothing else', async () => {
  const broken = inTransaction(pool, async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction.db);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
    // The break is heard while nothing is asked.
    await eventually(() =>
      put(transaction, 'too late').then(
        () => 'kept',
        () => 'broken',
      ),
    ).toBe('broken');
    await put(transaction, 'too late');
  });
  await expect(broken).rejects.toThrow();
  expect(await kept()).toEqual([]);
  await inTransaction(pool, (transaction) => put(transaction, 'afterwards'));
  expect(await kept()).toEqual(['afterwards']);
});
