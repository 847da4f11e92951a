import type { Clock } from '@certbridge/shared/rpc/clock.ts';

const SECOND_MS = 1000;

/** Begun seconds count, so that “1 秒” is not shown as 0. */
export function secondsLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / SECOND_MS));
}

/** 4:36, and 14:05. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * Tells the seconds that are left, at each second's turn and at the end. A computer that has slept is told at once how
 * late it is: the clock is asked each time, nothing is counted down.
 */
export function countDown(until: number, tell: (seconds: number) => void, clock: Clock): () => void {
  let stop: () => void = nothing;
  function turn(): void {
    const left = secondsLeft(until, clock.now());
    tell(left);
    if (left > 0) stop = clock.after(until - (left - 1) * SECOND_MS - clock.now(), turn);
  }
  turn();
  return () => stop();
}

/** The same the other way, for how long something has been going on. */
export function countUp(since: number, tell: (seconds: number) => void, clock: Clock): () => void {
  let stop: () => void = nothing;
  function turn(): void {
    const passed = Math.max(0, Math.floor((clock.now() - since) / SECOND_MS));
    tell(passed);
    stop = clock.after(since + (passed + 1) * SECOND_MS - clock.now(), turn);
  }
  turn();
  return () => stop();
}

function nothing(): void {}
