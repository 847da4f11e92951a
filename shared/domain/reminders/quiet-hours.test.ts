import { expect, test } from 'vitest';
import { outsideQuietHours } from './quiet-hours.ts';

test.each([
  ['20:59:59 in China is still day', '2026-11-23T12:59:59Z', '2026-11-23T12:59:59.000Z'],
  ['21:00 waits for the morning', '2026-11-23T13:00:00Z', '2026-11-24T00:00:00.000Z'],
  ['midnight in China', '2026-11-23T16:00:00Z', '2026-11-24T00:00:00.000Z'],
  ['07:59:59 waits a second', '2026-11-23T23:59:59Z', '2026-11-24T00:00:00.000Z'],
  ['08:00 is day', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00.000Z'],
  ['the last night of a year', '2026-12-31T15:30:00Z', '2027-01-01T00:00:00.000Z'],
])('quiet hours for reminders: %s', (_what, now, goesOut) => {
  expect(outsideQuietHours(new Date(now)).toISOString()).toBe(goesOut);
});
