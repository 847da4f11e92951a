import { addYears, dateOfDay } from './calendar-date.ts';
import type { Channel } from './channel.ts';
import { chinaDate, chinaDay } from './china-time.ts';

export type RenewalRule = Channel['renewal'];

/** Dates are calendar days in China, as 2025-12-14. */
export type RenewalWindow =
  /** Opens on `from`. */
  | { readonly state: 'too-early'; readonly daysLeft: number; readonly from: string }
  /** Renewed today, the certificate would end on `newEnd`; after `lastDay` only a new application is left. */
  | { readonly state: 'open'; readonly expired: boolean; readonly newEnd: string; readonly lastDay: string }
  | { readonly state: 'too-late'; readonly lastDay: string };

/**
 * Renewal is open while fewer than the rule's days are left, and for so many days after the end. Before the end the new
 * certificate ends one year after the old end date, so nobody loses days by being early; afterwards one year from today.
 */
export function renewalWindow(validUntil: Date, rule: RenewalRule, now: Date): RenewalWindow {
  const endDay = chinaDay(validUntil);
  const left = endDay - chinaDay(now);
  const lastDay = dateOfDay(endDay + rule.daysAfterEnd);
  if (left >= rule.daysBeforeEnd && left >= 0) {
    return { state: 'too-early', daysLeft: left, from: dateOfDay(endDay - rule.daysBeforeEnd + 1) };
  }
  if (-left > rule.daysAfterEnd) return { state: 'too-late', lastDay };
  const expired = now.getTime() > validUntil.getTime();
  return { state: 'open', expired, newEnd: addYears(chinaDate(expired ? now : validUntil), 1), lastDay };
}
