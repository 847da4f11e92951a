/** China has one time zone, UTC+8, without summer time: every rule that counts days counts them there. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The number of the calendar day in China, counted from 1970-01-01. */
export function chinaDay(instant: Date): number {
  return Math.floor((instant.getTime() + CHINA_OFFSET_MS) / DAY_MS);
}

/** 2025-12-14, as people in China read it at that instant. */
export function chinaDate(instant: Date): string {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** Calendar days from today until the last day; 0 on that day, negative after it. */
export function daysLeft(until: Date, now: Date): number {
  return chinaDay(until) - chinaDay(now);
}

/** The hour of the day in China, 0 to 23. */
export function chinaHour(instant: Date): number {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).getUTCHours();
}

/** The next time that clocks in China show this full hour, today or tomorrow. */
export function nextChinaHour(instant: Date, hour: number): Date {
  const today = chinaDay(instant) * DAY_MS - CHINA_OFFSET_MS + hour * 3_600_000;
  return new Date(today >= instant.getTime() ? today : today + DAY_MS);
}

/** The last second of that day in China, from 2025-12-14. */
export function endOfChinaDay(date: string): Date {
  return new Date(Date.parse(`${date}T23:59:59Z`) - CHINA_OFFSET_MS);
}
