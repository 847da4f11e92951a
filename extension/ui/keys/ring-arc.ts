import { DUE_BELOW_DAYS } from './key-face.ts';

/** How much of the ring is drawn, in percent: all of it until 90 days are left, then less each day, nothing at the end. */
export function ringArc(daysLeft: number): number {
  return Math.min(100, Math.max(0, (daysLeft / DUE_BELOW_DAYS) * 100));
}
