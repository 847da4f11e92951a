import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaDate, daysLeft } from './china-time.ts';

describe('days in China', () => {
  it('change at midnight in Beijing, which is 16:00 UTC', () => {
    expect(chinaDate(new Date('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20');
    expect(chinaDate(new Date('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21');
  });

  it('count the last day as 0 until it is over', () => {
    const until = new Date('2026-12-14T15:59:59Z');
    expect(daysLeft(until, new Date('2026-11-21T03:00:00Z'))).toBe(23);
    expect(daysLeft(until, new Date('2026-12-13T16:00:00Z'))).toBe(0);
    expect(daysLeft(until, new Date('2026-12-14T16:00:00Z'))).toBe(-1);
  });

  it('go down by exactly one each day, over leap days and year ends', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, (until, now) => {
        const tomorrow = new Date(now.getTime() + 86_400_000);
        expect(daysLeft(until, now) - daysLeft(until, tomorrow)).toBe(1);
      }),
    );
  });
});
