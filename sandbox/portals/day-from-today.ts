import { chinaDate } from '@certbridge/shared/domain/china-time.ts';

const DAY_MS = 86_400_000;

/** So that invented notices and bid openings never look stale: 2025-12-14, counted from today in China. */
export function dayFromToday(days: number): string {
  return chinaDate(new Date(Date.now() + days * DAY_MS));
}
