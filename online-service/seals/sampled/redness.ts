import type { Raster } from './raster.ts';

const LEVELS = 256;

/**
 * How much redder than anything else a pixel is, beyond what most of the picture is: ink has much of it, paper of any tint
 * none, nor have pencil, print and blue signatures.
 */
export function rednessOf(raster: Raster): Uint8Array {
  const redness = rawRedness(raster);
  // Most of a sheet is paper; in a rectangle drawn close around a seal at least half of it is.
  const paper = levelAt(countsOf(redness), redness.length / 2);
  return redness.map((value) => Math.max(0, value - paper));
}

function rawRedness({ rgb }: Raster): Uint8Array {
  const redness = new Uint8Array(rgb.length / 3);
  for (let pixel = 0; pixel < redness.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = [rgb[pixel * 3], rgb[pixel * 3 + 1], rgb[pixel * 3 + 2]];
    redness[pixel] = Math.max(0, red - Math.max(green, blue));
  }
  return redness;
}

/** Less than this is the tint of paper or light, never ink. */
const LEAST_INK = 24;

/** Otsu's threshold: where the two groups of pixels, ground and ink, lie furthest apart. */
export function inkThreshold(redness: Uint8Array): number {
  const counts = countsOf(redness);
  const total = redness.length;
  const sum = counts.reduce((all, count, level) => all + count * level, 0);
  let [below, sumBelow, best, found] = [0, 0, 0, LEAST_INK];
  for (let level = 0; level < LEVELS; level += 1) {
    below += counts[level] ?? 0;
    sumBelow += (counts[level] ?? 0) * level;
    if (below === 0 || below === total) continue;
    const apart = sumBelow / below - (sum - sumBelow) / (total - below);
    const between = below * (total - below) * apart * apart;
    if (between > best) [best, found] = [between, level];
  }
  return Math.max(found, LEAST_INK);
}

/** How many pixels there are of each level. */
function countsOf(redness: Uint8Array): Float64Array {
  const counts = new Float64Array(LEVELS);
  for (const value of redness) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The level that the given number of pixels reaches up to. */
function levelAt(counts: Float64Array, pixels: number): number {
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return below >= pixels;
  });
}
