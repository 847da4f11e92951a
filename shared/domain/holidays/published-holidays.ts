import { dateOfDay } from '../calendar-date.ts';
import { dayOfDate, type Holidays } from '../working-days.ts';
import type { Notice } from './notice.ts';
import { notice2026 } from './notice-2026.ts';

const NOTICES: { readonly [year: string]: Notice } = { '2026': notice2026 };
const BREAKS = Object.values(NOTICES).flat();

/** What the notices of all years say, ready for `addWorkingDays`. */
export const publishedHolidays: Holidays = {
  daysOff: new Set(BREAKS.flatMap(({ from, to }) => datesFrom(from, to))),
  workingWeekends: new Set(BREAKS.flatMap(({ workingWeekends }) => workingWeekends)),
};

/**
 * Whether the holidays of that date's year are known. Each year's notice comes in November of the year before; until
 * then only weekends are counted, and a promise that reaches into that year is an estimate.
 */
export function holidaysArePublished(date: string): boolean {
  return Object.hasOwn(NOTICES, date.slice(0, 4));
}

function datesFrom(first: string, last: string): string[] {
  const start = dayOfDate(first);
  return Array.from({ length: dayOfDate(last) - start + 1 }, (_, index) => dateOfDay(start + index));
}
