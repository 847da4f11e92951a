import type { Clock } from '@certbridge/shared/rpc/clock.ts';

/** setTimeout takes a longer time for "now"; 24 days are long enough for any wait of ours. */
const LONGEST_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, LONGEST_MS));
    return () => clearTimeout(timer);
  },
};
