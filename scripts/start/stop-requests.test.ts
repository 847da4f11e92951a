import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stopRequests } from './stop-requests.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('a first Ctrl-C stops in order, a second one at once; one that comes by two ways is one', () => {
  const from = new EventEmitter();
  const { signal, endNow } = stopRequests(from);
  expect([signal.aborted, endNow.aborted]).toEqual([false, false]);
  from.emit('SIGINT');
  from.emit('SIGINT');
  expect([signal.aborted, endNow.aborted]).toEqual([true, false]);
  vi.advanceTimersByTime(1_000);
  from.emit('SIGINT');
  expect(endNow.aborted).toBe(true);
});
