import { expect, test } from 'vitest';
import { expiryReminderDue } from './expiry-reminder.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

test.each([
  [91, undefined],
  [90, 90],
  [31, 90],
  [30, 30],
  [8, 30],
  [7, 7],
  [2, 7],
  [1, 1],
  [0, 1],
  [-1, undefined],
])('%i days before the end: the reminder of %s days', (days, reminder) => {
  expect(expiryReminderDue(inDays(days), NOW)).toBe(reminder);
});

test('days are counted by China’s calendar', () => {
  // 23:30 in China, and the certificate ends an hour later.
  expect(expiryReminderDue(new Date('2026-11-23T16:30:00Z'), new Date('2026-11-23T15:30:00Z'))).toBe(1);
});
