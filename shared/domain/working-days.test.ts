import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay } from './calendar-date.ts';
import { holidaysArePublished, publishedHolidays } from './holidays/published-holidays.ts';
import { addWorkingDays, dayOfDate, isWorkingDay } from './working-days.ts';

const dates = fc.integer({ min: dayOfDate('1960-01-01'), max: dayOfDate('2099-12-31') }).map(dateOfDay);

describe('working days by weekends alone', () => {
  it('are Monday to Friday', () => {
    const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
    expect(week.map((date) => isWorkingDay(date))).toEqual([true, true, true, true, true, false, false]);
  });

  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 3, '2026-11-25'],
    ['2026-11-19', 5, '2026-11-26'],
    ['2027-12-31', 1, '2028-01-03'],
  ])('%s and %i working days are %s', (date, days, promised) => {
    expect(addWorkingDays(date, days)).toBe(promised);
  });

  it('five of them are a week, from any working day', () => {
    fc.assert(
      fc.property(dates, fc.nat(20), (date, weeks) => {
        fc.pre(isWorkingDay(date));
        expect(addWorkingDays(date, weeks * 5)).toBe(dateOfDay(dayOfDate(date) + weeks * 7));
      }),
    );
  });
});

describe('working days with the State Council’s holidays of 2026', () => {
  it('between Spring Festival’s Saturdays', () => {
    // Saturday 14 February is worked, 15 to 23 February are off.
    expect(addWorkingDays('2026-02-13', 1, publishedHolidays)).toBe('2026-02-14');
    expect(addWorkingDays('2026-02-13', 2, publishedHolidays)).toBe('2026-02-24');
    expect(isWorkingDay('2026-02-28', publishedHolidays)).toBe(true);
  });

  it('across the National Day', () => {
    expect(addWorkingDays('2026-09-30', 3, publishedHolidays)).toBe('2026-10-10');
  });

  it('33 days are off, and on six weekends’ days people work', () => {
    expect(publishedHolidays.daysOff.size).toBe(33);
    expect(publishedHolidays.workingWeekends.size).toBe(6);
    for (const date of publishedHolidays.workingWeekends) {
      expect(isWorkingDay(date)).toBe(false);
      expect(publishedHolidays.daysOff.has(date)).toBe(false);
    }
  });

  it('whatever is promised is a working day, and so many lie up to it', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const promised = addWorkingDays(date, days, publishedHolidays);
        expect(isWorkingDay(promised, publishedHolidays)).toBe(true);
        const between = Array.from({ length: dayOfDate(promised) - dayOfDate(date) }, (_, at) =>
          dateOfDay(dayOfDate(date) + at + 1),
        );
        expect(between.filter((day) => isWorkingDay(day, publishedHolidays))).toHaveLength(days);
      }),
    );
  });

  it('says of which year they are known', () => {
    expect(holidaysArePublished('2026-12-31')).toBe(true);
    expect(holidaysArePublished('1999-01-01')).toBe(false);
  });
});
