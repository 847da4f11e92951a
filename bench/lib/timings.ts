import { mean, median, percentile } from './statistics.ts';

/** Many measurements of one thing, in milliseconds. */
export interface Timings {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export function timings(samples: readonly number[]): Timings {
  return {
    count: samples.length,
    median: median(samples),
    p95: percentile(samples, 95),
    max: Math.max(...samples),
  };
}

/**
 * Of measurements by a browser's clock, which moves in steps of 0.1 ms: too coarse for the median of something that takes
 * half a millisecond. The mean of a block is exact, so the median is that of the blocks' means.
 */
export function timingsOfBlocks(blocks: readonly (readonly number[])[]): Timings {
  return { ...timings(blocks.flat()), median: median(blocks.map(mean)) };
}
