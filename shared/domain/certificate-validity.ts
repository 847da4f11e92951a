import { addYears } from './calendar-date.ts';
import { chinaDate, endOfChinaDay } from './china-time.ts';
import { type RenewalRule, renewalWindow } from './renewal-window.ts';

export interface CertificateValidity {
  readonly from: Date;
  /** The last second: the end of a calendar day in China. */
  readonly until: Date;
}

/** X.509 counts whole seconds (RFC 5280, 4.1.2.5). */
const SECOND_MS = 1_000;

/** A new certificate lasts so many years from the day it is issued, and that day of the last year counts whole. */
export function validityOfNew(now: Date, years: number): CertificateValidity {
  return { from: wholeSecond(now), until: endOfChinaDay(addYears(chinaDate(now), years)) };
}

/** One year after the old end date, or from today when that has passed; undefined while the renewal is not open. */
export function validityOfRenewal(oldEnd: Date, rule: RenewalRule, now: Date): CertificateValidity | undefined {
  const window = renewalWindow(oldEnd, rule, now);
  return window.state === 'open' ? { from: wholeSecond(now), until: endOfChinaDay(window.newEnd) } : undefined;
}

function wholeSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / SECOND_MS) * SECOND_MS);
}
