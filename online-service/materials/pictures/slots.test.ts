import { expect, it } from 'vitest';
import { createSlots } from './slots.ts';

it('never more at once than there are slots, in the order they came, and a failure gives its slot back', async () => {
  const inSlot = createSlots(2);
  const started: number[] = [];
  const gates = Array.from({ length: 6 }, () => Promise.withResolvers<void>());
  const runs = gates.map(({ promise }, at) =>
    inSlot(async () => {
      started.push(at);
      await promise;
    }).catch(() => 'failed'),
  );
  for (const [at, gate] of gates.entries()) {
    await new Promise(setImmediate);
    expect(started).toEqual(gates.map((_, index) => index).slice(0, at + 2));
    if (at === 1) gate.reject(new Error('broken'));
    else gate.resolve();
  }
  expect(await Promise.all(runs)).toEqual([undefined, 'failed', undefined, undefined, undefined, undefined]);
});
