import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newPinFault } from './new-pin-rules.ts';

const length = { min: 6, max: 16 };
const birthday = '19880512';

describe('a new password', () => {
  it.each(['482917', 'kx0512!zq', 'Lotus#2291', '100200', '199805', '12345679', '604512938'])('%s will do', (pin) => {
    expect(newPinFault(pin, { length, birthday })).toBeUndefined();
  });

  it.each([
    ['all equal', ['000000', '888888', 'aaaaaa', 'AAAaaa']],
    ['a sequence', ['123456', '654321', '890123', '210987', 'abcdef', 'FEDCBA', '112233', '11223344', '111222']],
    ['a pattern over and over', ['121212', '123123', '520520', 'abcabc', '1231231', '12341234']],
    ['the holder’s birthday', ['19880512', '880512', 'x19880512', '880512ab', '000512', '051200', '20240512']],
    ['well known', ['123321', '147258', '5201314', 'Password', 'qwerty']],
  ])('is trivial: %s', (_, pins) => {
    for (const pin of pins) expect(newPinFault(pin, { length, birthday }), pin).toBe('PIN_TRIVIAL');
  });

  it('keeps to the length that the key takes, in bytes', () => {
    expect(newPinFault('48291', { length })).toBe('PIN_LENGTH');
    expect(newPinFault('4829176018293746x', { length })).toBe('PIN_LENGTH');
    expect(newPinFault('锁锁开开门门', { length })).toBe('PIN_LENGTH');
    expect(newPinFault('锁a开', { length })).toBeUndefined();
  });

  it('is not the old one', () => {
    expect(newPinFault('482917', { length, oldPin: '482917' })).toBe('PIN_SAME');
    expect(newPinFault('482917', { length, oldPin: '482918' })).toBeUndefined();
  });

  it('is not held against a birthday that nobody knows', () => {
    expect(newPinFault('880512', { length })).toBeUndefined();
    expect(newPinFault('880512', { length, birthday: 'unknown' })).toBeUndefined();
  });
});

describe('whatever is asked for', () => {
  it('every run of digits up or down is a sequence, from any beginning', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 6, max: 16 }), fc.constantFrom(1, 9), (start, size, step) => {
        const pin = Array.from({ length: size }, (_, index) => (start + index * step) % 10).join('');
        expect(newPinFault(pin, { length })).toBe('PIN_TRIVIAL');
      }),
    );
  });

  it('everything said twice or more is trivial', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 5, unit: 'grapheme-ascii' }), (unit) => {
        expect(newPinFault(unit.repeat(2), { length })).toBe('PIN_TRIVIAL');
        expect(newPinFault(unit.repeat(3), { length })).toBe('PIN_TRIVIAL');
      }),
    );
  });

  it('an answer is given, and no random eight digits are refused but rarely', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (pin) => {
        if (newPinFault(pin, { length, birthday })) refused += 1;
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect(refused).toBeLessThan(100);
  });
});
