import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

it.each([
  ['padding', '主锁                ', '主锁'],
  ['a C string’s end', 'ePass\u0000\u0000', 'ePass'],
  ['a direction override', 'abc\u202Egnp', 'abcgnp'],
  ['line breaks and escapes', 'a\n\u001b[31mb', 'a[31mb'],
])('a token’s text loses %s', (_what, raw, expected) => {
  expect(cleanText(raw)).toBe(expected);
});

it('whatever a token says fits the contract', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (raw) => {
      const text = cleanText(raw);
      expect(text.length).toBeLessThanOrEqual(64);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});
