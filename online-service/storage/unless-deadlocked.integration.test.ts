import { expect, test } from 'vitest';
import { orderDesk } from '../testing/order-desk.ts';

const desk = await orderDesk();
const { transact } = desk.tools;
const DAY_MS = 86_400_000;
const limit = { name: 'test', burst: 1_000, intervalMs: 1 };

/** Two that take the same two rows the other way round; the first time each waits until the other has its first row. */
function together(keys: readonly (readonly [string, string])[]) {
  const arrived = keys.map(() => Promise.withResolvers<void>());
  const all = Promise.all(arrived.map(({ promise }) => promise));
  return Promise.all(
    keys.map(async ([first, second], at) => {
      let tries = 0;
      await transact(async (stores) => {
        tries += 1;
        await stores.limits.take([{ limit, key: first }], new Date(DAY_MS));
        arrived[at]?.resolve();
        await all;
        await stores.limits.take([{ limit, key: second }], new Date(DAY_MS));
      });
      return tries;
    }),
  );
}

test('PostgreSQL 40P01: of two that wait for each other, the one that was ended is done again, and both stay', async () => {
  const tries = await together([
    ['one', 'two'],
    ['two', 'one'],
  ]);
  expect(tries.toSorted()).toEqual([1, 2]);
});
