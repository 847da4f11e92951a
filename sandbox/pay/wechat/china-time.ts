import { chinaDate } from '@certbridge/shared/domain/china-time.ts';

const CHINA_OFFSET_MS = 8 * 3_600_000;

export function chinaClock(instant: Date): string {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(11, 19);
}

/** 2026-01-08T10:34:56+08:00 */
export function chinaTime(instant: Date): string {
  return `${chinaDate(instant)}T${chinaClock(instant)}+08:00`;
}
