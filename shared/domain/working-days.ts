import { dateOfDay } from './calendar-date.ts';

const DAY_MS = 86_400_000;

/** What a calendar of holidays changes about Monday to Friday, as dates such as 2026-10-01. */
export interface Holidays {
  readonly daysOff: ReadonlySet<string>;
  /** Saturdays and Sundays on which China works, in exchange for a longer holiday (调休). */
  readonly workingWeekends: ReadonlySet<string>;
}

const WEEKENDS_ONLY: Holidays = { daysOff: new Set(), workingWeekends: new Set() };

export function isWorkingDay(date: string, { daysOff, workingWeekends }: Holidays = WEEKENDS_ONLY): boolean {
  if (daysOff.has(date)) return false;
  // 1970-01-01 was a Thursday.
  const weekday = (((dayOfDate(date) + 4) % 7) + 7) % 7;
  return workingWeekends.has(date) || (weekday !== 0 && weekday !== 6);
}

/**
 * The date of the so-many-th working day after a day that does not count itself, as review and posting are promised.
 * Without holidays only weekends are left out.
 */
export function addWorkingDays(date: string, days: number, holidays: Holidays = WEEKENDS_ONLY): string {
  let day = dayOfDate(date);
  let left = days;
  while (left > 0) {
    day += 1;
    if (isWorkingDay(dateOfDay(day), holidays)) left -= 1;
  }
  return dateOfDay(day);
}

/** The number of a calendar day, counted from 1970-01-01: what `dateOfDay` turns back into a date. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
