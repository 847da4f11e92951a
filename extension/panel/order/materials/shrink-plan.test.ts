import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEGIBLE_EDGE, shrinkPlan } from './shrink-plan.ts';

const measures = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });

describe('a picture that is too large', () => {
  it('first gives up quality, and its size only then', () => {
    const [first, second] = shrinkPlan({ width: 4000, height: 3000 });
    expect(first).toMatchObject({ width: 4000, height: 3000 });
    expect(second).toMatchObject({ width: 3200, height: 2400 });
  });

  it('never loses its legibility: the long edge keeps 1600 pixels', () => {
    expect(LEGIBLE_EDGE).toBe(1600);
    fc.assert(
      fc.property(measures, (measure) => {
        const long = Math.max(measure.width, measure.height);
        for (const { width, height } of shrinkPlan(measure)) {
          expect(Math.max(width, height)).toBeGreaterThanOrEqual(Math.min(long, LEGIBLE_EDGE));
        }
      }),
    );
  });

  it('never grows, and keeps its shape', () => {
    fc.assert(
      fc.property(measures, (measure) => {
        for (const { width, height } of shrinkPlan(measure)) {
          expect(width).toBeLessThanOrEqual(measure.width);
          expect(height).toBeLessThanOrEqual(measure.height);
          const scale = Math.max(width, height) / Math.max(measure.width, measure.height);
          expect(Math.abs(width - measure.width * scale)).toBeLessThanOrEqual(1);
          expect(Math.abs(height - measure.height * scale)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is tried at most eight times, never the same way twice', () => {
    fc.assert(
      fc.property(measures, (measure) => {
        const tries = shrinkPlan(measure).map((one) => JSON.stringify(one));
        expect(tries.length).toBeGreaterThan(0);
        expect(tries.length).toBeLessThanOrEqual(8);
        expect(new Set(tries).size).toBe(tries.length);
      }),
    );
  });
});
