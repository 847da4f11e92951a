const DAY_MS = 86_400_000;

/** 2025-12-14 from the number of a calendar day, counted from 1970-01-01 as `chinaDay` does. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The same day so many years later; a 29th of February becomes the 28th where that year has none. */
export function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const sameDay = `${year}${date.slice(4)}`;
  const exists = new Date(`${sameDay}T00:00:00Z`).toISOString().startsWith(sameDay);
  return exists ? sameDay : `${year}-02-28`;
}
