import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addYears } from './calendar-date.ts';
import { chinaDate, chinaDay } from './china-time.ts';
import { renewalWindow } from './renewal-window.ts';

const RULE = { daysBeforeEnd: 90, daysAfterEnd: 365 };
const endOf = (date: string) => new Date(`${date}T23:59:59+08:00`);
const noon = (date: string) => new Date(`${date}T12:00:00+08:00`);
const on = (today: string, end: string) => renewalWindow(endOf(end), RULE, noon(today));

describe('renewal is allowed when fewer than 90 days are left, or expired for no more than 365', () => {
  it('says from which date, when it is too early', () => {
    expect(on('2025-11-21', '2026-06-23')).toEqual({ state: 'too-early', daysLeft: 214, from: '2026-03-26' });
  });

  it('is closed with 90 days left and open with 89', () => {
    expect(on('2025-09-15', '2025-12-14').state).toBe('too-early');
    expect(on('2025-09-16', '2025-12-14').state).toBe('open');
  });

  it('before the end adds a year to the old end date', () => {
    expect(on('2025-11-21', '2025-12-14')).toMatchObject({ expired: false, newEnd: '2026-12-14' });
  });

  it('on the last day is not yet expired', () => {
    expect(on('2025-12-14', '2025-12-14')).toMatchObject({ state: 'open', expired: false, newEnd: '2026-12-14' });
  });

  it('after the end counts a year from today', () => {
    expect(on('2026-02-10', '2025-12-14')).toMatchObject({
      expired: true,
      newEnd: '2027-02-10',
      lastDay: '2026-12-14',
    });
  });

  it('is open on the 365th day after the end and over on the 366th', () => {
    expect(on('2026-12-14', '2025-12-14').state).toBe('open');
    expect(on('2026-12-15', '2025-12-14')).toEqual({ state: 'too-late', lastDay: '2026-12-14' });
  });

  it('counts days in China, whatever the computer’s time zone', () => {
    const end = new Date('2025-12-14T15:59:59Z');
    expect(renewalWindow(end, RULE, new Date('2025-09-15T15:59:00Z')).state).toBe('too-early');
    expect(renewalWindow(end, RULE, new Date('2025-09-15T16:00:00Z')).state).toBe('open');
  });

  it('follows the channel’s own rule', () => {
    expect(
      renewalWindow(endOf('2026-01-31'), { daysBeforeEnd: 30, daysAfterEnd: 0 }, noon('2026-01-02')),
    ).toMatchObject({
      state: 'open',
      lastDay: '2026-01-31',
    });
  });

  it('ends a 29th of February on the 28th of the next year', () => {
    expect(on('2028-01-15', '2028-02-29')).toMatchObject({ newEnd: '2029-02-28' });
    expect(on('2027-01-15', '2027-02-28')).toMatchObject({ newEnd: '2028-02-28' });
  });
});

const day = fc.integer({ min: chinaDay(noon('2000-01-01')), max: chinaDay(noon('2099-12-31')) });
const rule = fc.record({ daysBeforeEnd: fc.integer({ min: 1, max: 400 }), daysAfterEnd: fc.nat(800) });
const instant = (dayNumber: number, ms: number) => new Date(dayNumber * 86_400_000 - 8 * 3_600_000 + ms);
const msOfDay = fc.nat(86_399_999);

describe('for any certificate, rule and moment, over leap days and leap years', () => {
  it('the promised first day is the first that is open', () => {
    fc.assert(
      fc.property(day, rule, msOfDay, (endDay, given, ms) => {
        const end = instant(endDay, 86_399_000);
        const before = instant(endDay - given.daysBeforeEnd, ms);
        const shut = renewalWindow(end, given, before);
        expect(shut.state).toBe('too-early');
        const first = instant(endDay - given.daysBeforeEnd + 1, ms);
        expect(renewalWindow(end, given, first).state).toBe('open');
        expect(shut).toMatchObject({ from: chinaDate(first) });
      }),
    );
  });

  it('never shortens a certificate, and adds 365 or 366 days', () => {
    fc.assert(
      fc.property(day, day, rule, (endDay, today, given) => {
        const window = renewalWindow(instant(endDay, 86_399_000), given, instant(today, 1));
        fc.pre(window.state === 'open');
        const added = chinaDay(noon(window.newEnd)) - Math.max(endDay, today);
        expect([365, 366]).toContain(added);
      }),
    );
  });

  it('goes from too early to open to too late, never back', () => {
    const order = ['too-early', 'open', 'too-late'];
    fc.assert(
      fc.property(day, rule, fc.tuple(fc.nat(2000), fc.nat(2000)), (endDay, given, [a, b]) => {
        const end = instant(endDay, 86_399_000);
        const at = (offset: number) => renewalWindow(end, given, instant(endDay - 900 + offset, 5)).state;
        expect(order.indexOf(at(Math.min(a, b)))).toBeLessThanOrEqual(order.indexOf(at(Math.max(a, b))));
      }),
    );
  });

  it('a year later is always a day that exists', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 5 }), (from, years) => {
        const date = chinaDate(instant(from, 1));
        const later = addYears(date, years);
        expect(chinaDate(noon(later))).toBe(later);
        expect(Number(later.slice(0, 4))).toBe(Number(date.slice(0, 4)) + years);
      }),
    );
  });
});
