import { expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { eventually } from '../testing/eventually.ts';
import { runDueWork } from './due-work.ts';

const log = createLog('silent');
const NEVER_BY_ITSELF = 3_600_000;

test('what is due is looked for at once, and again when somebody says so', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    return 0;
  };
  const work = runDueWork({ works: [{ name: 'work', run }], everyMs: NEVER_BY_ITSELF, log });
  await eventually(() => runs).toBe(1);
  work.nudge();
  await eventually(() => runs).toBe(2);
  await work.stop();
  expect(runs).toBe(2);
});

test('a work that hangs or fails holds up no other, and is tried again', async () => {
  let hangs: (() => void) | undefined;
  let failed = 0;
  const works = [
    {
      name: 'hangs',
      run: () =>
        new Promise<number>((resolve) => {
          hangs = () => resolve(1);
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
