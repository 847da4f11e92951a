import { expect } from 'vitest';

/** For what happens by itself soon, on a machine that may be busy with other things. */
export function eventually<Value>(look: () => Value): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(look, { timeout: 30_000, interval: 25 });
}
