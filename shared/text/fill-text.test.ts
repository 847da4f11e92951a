import { describe, expect, it } from 'vitest';
import { fillText, placeholdersOf, textParts } from './fill-text.ts';

describe('a text with open places', () => {
  it('takes its values', () => {
    expect(fillText('还有 {days} 天到期，{from} 起可以办。', { days: 214, from: '2026-03-26' })).toBe(
      '还有 214 天到期，2026-03-26 起可以办。',
    );
  });

  it('counts one and many', () => {
    const text = '{days} {days#day is|days are} left';
    expect(fillText(text, { days: 1 })).toBe('1 day is left');
    expect(fillText(text, { days: 0 })).toBe('0 days are left');
  });

  it('shows that a value is missing instead of the place’s name', () => {
    expect(fillText('{holder} 已拔出')).toBe('… 已拔出');
  });

  it('fills no place that comes in with a value', () => {
    expect(fillText('{holder}', { holder: '{serial}', serial: 'x' })).toBe('{serial}');
  });

  it('comes in pieces, so that the values can be set in bold', () => {
    expect(textParts('到 {date} 为止', { date: '2026-01-01' })).toEqual([
      { text: '到 ', isValue: false },
      { text: '2026-01-01', isValue: true },
      { text: ' 为止', isValue: false },
    ]);
  });

  it('names its places once, however often they are used', () => {
    expect([...placeholdersOf('{days} {days#day|days}, {from}')]).toEqual(['days', 'from']);
  });
});
