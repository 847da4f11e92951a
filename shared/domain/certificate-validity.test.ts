import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addYears } from './calendar-date.ts';
import { validityOfNew, validityOfRenewal } from './certificate-validity.ts';
import { chinaDate, chinaDay } from './china-time.ts';

const RULE = { daysBeforeEnd: 90, daysAfterEnd: 365 };
const DAY_MS = 86_400_000;

/** Leap days, year ends and the hours in which China and UTC have different dates come up often. */
const instant = fc.oneof(
  fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true }),
  fc
    .tuple(fc.integer({ min: 2020, max: 2060 }), fc.constantFrom('-02-28', '-02-29', '-03-01', '-12-31', '-01-01'))
    .chain(([year, day]) => {
      const midnight = Date.parse(`${year}${day}T00:00:00+08:00`);
      const start = Number.isNaN(midnight) ? Date.parse(`${year}-03-01T00:00:00+08:00`) : midnight;
      return fc.integer({ min: -1, max: DAY_MS }).map((ms) => new Date(start + ms));
    }),
);
const wall = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString();

it('a new certificate ends at the last second, in China, of the same date so many years later', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 5 }), (now, years) => {
      const { from, until } = validityOfNew(now, years);
      expect(wall(until)).toBe(`${addYears(chinaDate(now), years)}T23:59:59.000Z`);
      expect(from.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(now.getTime() - from.getTime()).toBeLessThan(1_000);
      expect(from.getMilliseconds()).toBe(0);
    }),
  );
});

it('one who is issued a certificate on a leap day has until the 28th of February of a year without one', () => {
  expect(wall(validityOfNew(new Date('2028-02-29T04:00:00Z'), 1).until)).toBe('2029-02-28T23:59:59.000Z');
  expect(wall(validityOfNew(new Date('2028-02-29T04:00:00Z'), 4).until)).toBe('2032-02-29T23:59:59.000Z');
});

it("the day is China's: after 16:00 UTC it is already the next year there", () => {
  expect(wall(validityOfNew(new Date('2026-12-31T15:59:59Z'), 1).until)).toBe('2027-12-31T23:59:59.000Z');
  expect(wall(validityOfNew(new Date('2026-12-31T16:00:00Z'), 1).until)).toBe('2028-01-01T23:59:59.000Z');
});

it('renewing early loses no day, and renewing late gives a year from today', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -365, max: 89 }), (now, left) => {
      const oldEnd = validityOfNew(new Date(now.getTime() + left * DAY_MS), 0).until;
      const renewed = validityOfRenewal(oldEnd, RULE, now);
      const base = left >= 0 ? oldEnd : now;
      expect(renewed && wall(renewed.until)).toBe(`${addYears(chinaDate(base), 1)}T23:59:59.000Z`);
      if (renewed && left >= 0) expect(chinaDay(renewed.until) - chinaDay(oldEnd)).toBeGreaterThanOrEqual(365);
    }),
  );
});

it('there is no validity for a renewal that is not open', () => {
  fc.assert(
    fc.property(
      instant,
      fc.oneof(fc.integer({ min: 90, max: 400 }), fc.integer({ min: -800, max: -366 })),
      (now, left) => {
        const oldEnd = validityOfNew(new Date(now.getTime() + left * DAY_MS), 0).until;
        expect(validityOfRenewal(oldEnd, RULE, now)).toBeUndefined();
      },
    ),
  );
});
