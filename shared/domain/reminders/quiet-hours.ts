import { chinaHour, nextChinaHour } from '../china-time.ts';

/** Nobody is reminded at night: from 21:00 to 08:00 in China. What somebody waits for, such as a code, is no reminder. */
const QUIET_FROM_HOUR = 21;
const QUIET_UNTIL_HOUR = 8;

/** When a reminder may go out: now, or at the end of the night. */
export function outsideQuietHours(now: Date): Date {
  const hour = chinaHour(now);
  return hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR ? nextChinaHour(now, QUIET_UNTIL_HOUR) : now;
}
