import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { publishedHolidays } from '@certbridge/shared/domain/holidays/published-holidays.ts';
import { addWorkingDays } from '@certbridge/shared/domain/working-days.ts';

/** The day by which something is promised that takes so many working days from a moment on. */
export function promisedDay(from: string, workingDays: number): string {
  return addWorkingDays(chinaDate(new Date(from)), workingDays, publishedHolidays);
}
