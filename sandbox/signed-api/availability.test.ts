import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Availability } from './availability.ts';

test('slow, it keeps waiting until it is told otherwise', async () => {
  const availability = new Availability();
  await availability.ready();
  availability.set('slow');
  let answered = false;
  const waiting = availability.ready().then(() => {
    answered = true;
  });
  await turn();
  expect(answered).toBe(false);
  availability.set('here');
  await waiting;
});

test('away, it does not wait at all', async () => {
  const availability = new Availability();
  availability.set('away');
  await expect(availability.ready()).rejects.toThrow('PROVIDER_AWAY');
});
