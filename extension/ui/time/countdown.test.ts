import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { describe, expect, it } from 'vitest';
import { countDown, countUp, minutesAndSeconds, secondsLeft } from './countdown.ts';

/** Moves only when it is told to. */
function fakeClock() {
  let now = 0;
  let waiting: { at: number; callback: () => void } | undefined;
  const clock: Clock = {
    now: () => now,
    after(ms, callback) {
      const wait = { at: now + ms, callback };
      waiting = wait;
      return () => {
        if (waiting === wait) waiting = undefined;
      };
    },
  };
  /** To when it was to ring, or later, as after a sleep. */
  function ring(late = 0): boolean {
    const due = waiting;
    waiting = undefined;
    if (!due) return false;
    now = due.at + late;
    due.callback();
    return true;
  }
  function pass(ms: number): void {
    now += ms;
  }
  return { clock, ring, pass };
}

describe('the time that is left', () => {
  it('counts a begun second as one, and is never less than none', () => {
    expect(secondsLeft(60_000, 0)).toBe(60);
    expect(secondsLeft(60_000, 1)).toBe(60);
    expect(secondsLeft(60_000, 59_999)).toBe(1);
    expect(secondsLeft(60_000, 60_000)).toBe(0);
    expect(secondsLeft(60_000, 90_000)).toBe(0);
  });

  it('is written in minutes and seconds', () => {
    expect([276, 65, 60, 9, 0].map(minutesAndSeconds)).toEqual(['4:36', '1:05', '1:00', '0:09', '0:00']);
  });
});

describe('the wait before a code can be sent again', () => {
  it('is told at once, at every second, and at its end, and then no more', () => {
    const { clock, ring, pass } = fakeClock();
    pass(500);
    const told: number[] = [];
    countDown(3_000, (seconds) => told.push(seconds), clock);
    while (ring());
    expect(told).toEqual([3, 2, 1, 0]);
    expect(clock.now()).toBe(3_000);
  });

  it('is over when the computer wakes after its end', () => {
    const { clock, ring } = fakeClock();
    const told: number[] = [];
    countDown(60_000, (seconds) => told.push(seconds), clock);
    ring(90_000);
    expect(told).toEqual([60, 0]);
    expect(ring()).toBe(false);
  });

  it('is told to nobody who has gone', () => {
    const { clock, ring } = fakeClock();
    const told: number[] = [];
    const stop = countDown(60_000, (seconds) => told.push(seconds), clock);
    ring();
    stop();
    expect(ring()).toBe(false);
    expect(told).toEqual([60, 59]);
  });
});

it('the time that something has taken goes up by whole seconds', () => {
  const { clock, ring, pass } = fakeClock();
  pass(5_400);
  const told: number[] = [];
  const stop = countUp(0, (seconds) => told.push(seconds), clock);
  ring();
  ring(2_000);
  stop();
  expect(told).toEqual([5, 6, 9]);
});
