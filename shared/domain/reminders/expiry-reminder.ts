import { daysLeft } from '../china-time.ts';

/** Days before a certificate ends on which its holder is reminded. */
export const EXPIRY_REMINDERS = [90, 30, 7, 1] as const;
export type ExpiryReminder = (typeof EXPIRY_REMINDERS)[number];

/**
 * The reminder whose day has come, the nearest to the end only: whoever begins late, or was down for a week, does not send
 * the ones that are over.
 */
export function expiryReminderDue(until: Date, now: Date): ExpiryReminder | undefined {
  const left = daysLeft(until, now);
  if (left < 0) return undefined;
  return EXPIRY_REMINDERS.findLast((days) => left <= days);
}
