import { chinaDate, daysLeft } from '@certbridge/shared/domain/china-time.ts';
import { expiryReminderDue } from '@certbridge/shared/domain/reminders/expiry-reminder.ts';
import { outsideQuietHours } from '@certbridge/shared/domain/reminders/quiet-hours.ts';
import type { Stores } from '../stores.ts';

export interface ExpiringCertificate {
  /** Names the certificate, and so the reminder, for ever. */
  readonly serial: string;
  readonly holder: string;
  readonly until: Date;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
}

/** Providers of SMS refuse a value of more than 35 characters; a unit's name has up to a hundred. */
const LONGEST_IN_SMS = 30;

/** By SMS and mail, once for each of the days; in the night not before the morning. */
export async function remindOfExpiry(stores: Stores, certificate: ExpiringCertificate, now: Date): Promise<void> {
  const { serial, holder, until, mobile, email } = certificate;
  const reminder = expiryReminderDue(until, now);
  if (reminder === undefined) return;
  const notBefore = outsideQuietHours(now);
  // Told on the day on which it is read.
  const values = { holder, days: String(daysLeft(until, notBefore)), until: chinaDate(until) };
  const options = { key: `expiry-reminder ${serial} ${reminder}`, notBefore, until };
  const template = 'expiry-reminder';
  if (email) await stores.outbox.put({ kind: 'mail', to: email, template, values }, options);
  if (!mobile) return;
  const short = { ...values, holder: [...holder].slice(0, LONGEST_IN_SMS).join('') };
  await stores.outbox.put({ kind: 'sms', to: mobile, template, values: short }, options);
}
