import { drawSample } from './sampled/draw-sample.ts';
import { findSeal } from './sampled/find-seal.ts';
import { inkAlpha } from './sampled/ink-alpha.ts';
import { type Raster, type Rectangle, rasterOf } from './sampled/raster.ts';
import { inkThreshold, rednessOf } from './sampled/redness.ts';
import { refuseSeal, type SealPicture, type SealResult } from './seal.ts';

/** What the reviewer says instead of what was found. */
export interface SampleCorrection {
  /** In pixels of the uploaded picture, upright: where to look for the seal. */
  readonly crop?: Rectangle;
  /** 1 to 254: the lower, the paler the ink that is kept, and the more dirt with it. */
  readonly threshold?: number;
}

export interface SampledSeal extends SealPicture {
  /** Where it was found, in pixels of the uploaded picture, and by which threshold: where a correction begins. */
  readonly found: Rectangle;
  readonly threshold: number;
}

/** Half a millimetre of a stroke must still be a pixel or two. */
const LEAST_SIDE = 120;
/** Pencil and print that a camera sees a little red are far below. */
const LEAST_INK = 45;
/** Ink in the outermost pixels says that the seal goes on outside. */
const AT_EDGE = 2;

/** Domain 3.11: the seal on an uploaded sheet, cut out, cleaned, on a transparent ground. */
export async function sampleSeal(
  picture: Uint8Array,
  correction: SampleCorrection = {},
): Promise<SealResult<SampledSeal>> {
  const { crop } = correction;
  const read = await rasterOf(picture, crop);
  if (!read.ok) return read;
  const raster = read.value;
  const redness = rednessOf(raster);
  const threshold = correction.threshold ?? inkThreshold(redness);
  const map = { width: raster.width, height: raster.height, redness, threshold };
  const found = findSeal(map, crop === undefined);
  if (!found.ok) return found;
  const part = found.value;
  if (Math.max(part.width, part.height) < LEAST_SIDE) return refuseSeal({ code: 'TOO_SMALL', leastPixels: LEAST_SIDE });
  const { alpha, full } = inkAlpha(map, part);
  if (full < LEAST_INK && correction.threshold === undefined) return refuseSeal({ code: 'TOO_PALE' });
  // Within the reviewer's own rectangle the edge is his.
  if (crop === undefined && reachesEdge(part, raster)) return refuseSeal({ code: 'CUT_OFF' });
  const drawn = await drawSample({ width: part.width, height: part.height, alpha });
  return { ok: true, value: { ...drawn, found: inPicture(part, raster, crop), threshold } };
}

function reachesEdge({ left, top, width, height }: Rectangle, raster: Raster): boolean {
  const [right, bottom] = [raster.width - left - width, raster.height - top - height];
  return Math.min(left, top, right, bottom) < AT_EDGE;
}

function inPicture({ left, top, width, height }: Rectangle, { scale }: Raster, crop: Rectangle | undefined): Rectangle {
  return {
    left: Math.round(left * scale) + (crop?.left ?? 0),
    top: Math.round(top * scale) + (crop?.top ?? 0),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  };
}
