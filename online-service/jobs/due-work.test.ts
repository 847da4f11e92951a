import { expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { eventually } from '../testing/eventually.ts';
import { type DueDone, runDueWork } from './due-work.ts';

const log = createLog('silent');
const NEVER_BY_ITSELF = 3_600_000;

test('what is due is looked for at once, and again when somebody says so', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    return { done: 0, more: false };
  };
  const work = runDueWork({ works: [{ name: 'work', run }], everyMs: NEVER_BY_ITSELF, log });
  await eventually(() => runs).toBe(1);
  work.nudge();
  await eventually(() => runs).toBe(2);
  await work.stop();
  expect(runs).toBe(2);
});

test('a full share is followed by the next one at once', async () => {
  let left = 3;
  const run = async () => {
    left -= 1;
    return { done: 1, more: left > 0 };
  };
  const work = runDueWork({ works: [{ name: 'work', run }], everyMs: NEVER_BY_ITSELF, log });
  await eventually(() => left).toBe(0);
  await work.stop();
});

test('a work that hangs or fails holds up no other, and is tried again', async () => {
  let hangs: (() => void) | undefined;
  let failed = 0;
  const works = [
    {
      name: 'hangs',
      run: () =>
        new Promise<DueDone>((resolve) => {
          hangs = () => resolve({ done: 1, more: true });
        }),
    },
    {
      name: 'fails',
      run: async () => {
        failed += 1;
        throw new Error('fault');
      },
    },
  ];
  const work = runDueWork({ works, everyMs: 5, log });
  await eventually(() => failed).toBeGreaterThan(2);
  const stopped = work.stop();
  hangs?.();
  await stopped;
});
