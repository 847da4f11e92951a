import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringArc } from './ring-arc.ts';

describe('the ring of a key card', () => {
  it('is full until 90 days are left', () => {
    expect(ringArc(214)).toBe(100);
    expect(ringArc(90)).toBe(100);
    expect(ringArc(89)).toBeLessThan(100);
  });

  it('stands at a quarter with 23 days left, as drawn', () => {
    expect(ringArc(23).toFixed(1)).toBe('25.6');
  });

  it('is empty at the end and stays empty', () => {
    expect(ringArc(0)).toBe(0);
    expect(ringArc(-400)).toBe(0);
  });

  it('never grows as days go by', () => {
    fc.assert(fc.property(fc.integer({ min: -500, max: 2000 }), (days) => ringArc(days - 1) <= ringArc(days)));
  });
});
