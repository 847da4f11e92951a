import { expect, test } from 'vitest';
import { backlog } from './backlog.ts';

/** Works that end when the test says so. */
function works() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (name: number) => () =>
    new Promise<void>((resolve) => {
      begun.push(name);
      ends.set(name, resolve);
    });
  return { begun, work, end: (name: number) => ends.get(name)?.() };
}

test('few are done at a time, in their order', async () => {
  const { begun, work, end } = works();
  const some = backlog({ atOnce: 2, most: 10 });
  for (const name of [1, 2, 3, 4]) expect(some.put(work(name))).toBe(true);
  expect(begun).toEqual([1, 2]);
  end(2);
  await expect.poll(() => begun).toEqual([1, 2, 3]);
});

test('more than it holds is refused, so that somebody else sees to it', () => {
  const { work } = works();
  const some = backlog({ atOnce: 1, most: 1 });
  expect([1, 2, 3].map((name) => some.put(work(name)))).toEqual([true, true, false]);
});

test('stopped, it finishes what has begun and begins nothing more', async () => {
  const { begun, work, end } = works();
  const some = backlog({ atOnce: 1, most: 10 });
  for (const name of [1, 2]) some.put(work(name));
  const stopped = some.stop();
  end(1);
  await stopped;
  expect(begun).toEqual([1]);
});
