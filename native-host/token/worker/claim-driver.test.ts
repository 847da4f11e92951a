import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { expect, it, vi } from 'vitest';
import { systemClock } from '../../system-clock.ts';
import { claimDriver, driverName } from './claim-driver.ts';

const CLAIM = new URL('./claim-driver.ts', import.meta.url).href;
const CLOCK = new URL('../../system-clock.ts', import.meta.url).href;
/** Claims, says so, and then hangs as a driver does: its event loop never turns again. */
const HANGING = `
  const [{ claimDriver }, { systemClock }] = await Promise.all([import('${CLAIM}'), import('${CLOCK}')]);
  await claimDriver({ name: process.argv[1], clock: systemClock });
  process.stdout.write('claimed', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
`;

it('a driver is one process’s at a time, and the next one’s as soon as it is given back', async () => {
  const name = randomUUID();
  const claim = () => claimDriver({ name, clock: systemClock });
  const release = await claim();
  const next = vi.fn();
  const waiting = claim().then((taken) => {
    next();
    return taken;
  });
  const other = await claimDriver({ name: randomUUID(), clock: systemClock });
  expect(next).not.toHaveBeenCalled();
  release?.();
  (await waiting)?.();
  other?.();
});

it('a process that is killed in a call of its driver leaves the driver to the next', async () => {
  const name = randomUUID();
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HANGING, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const waiting = claimDriver({ name, clock: systemClock });
  holder.kill('SIGKILL');
  expect(await waiting).toBeDefined();
  (await waiting)?.();
});

it('who waits for a driver that stays taken is told so', async () => {
  const name = randomUUID();
  const release = await claimDriver({ name, clock: systemClock });
  const clock = new HandClock();
  const waiting = claimDriver({ name, clock });
  await vi.waitFor(() => expect(clock.alarms).toBe(1));
  clock.advance(60_000);
  expect(await waiting).toBeUndefined();
  release?.();
});

it('the same library is another driver where it is set up to show other keys, or for another user', () => {
  const module = { path: '/usr/lib/m.so', env: { STORE: '/a' } };
  const names = [
    driverName(module, '/home/a'),
    driverName({ ...module, env: { STORE: '/b' } }, '/home/a'),
    driverName({ ...module, libraryParameters: 'configdir=/c' }, '/home/a'),
    driverName(module, '/home/b'),
  ];
  expect(new Set(names).size).toBe(4);
  expect(driverName({ ...module }, '/home/a')).toBe(names[0]);
});
