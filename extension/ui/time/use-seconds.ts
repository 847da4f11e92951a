import { useEffect, useState } from 'preact/hooks';
import { clock } from '../../platform/clock.ts';
import { countDown, countUp, secondsLeft } from './countdown.ts';

/** Until a moment, in milliseconds of the clock; drawn anew every second. */
export function useSecondsLeft(until: number): number {
  const [left, tell] = useState(() => secondsLeft(until, clock.now()));
  useEffect(() => countDown(until, tell, clock), [until]);
  return left;
}

export function useSecondsSince(since: number): number {
  const [passed, tell] = useState(0);
  useEffect(() => countUp(since, tell, clock), [since]);
  return passed;
}
