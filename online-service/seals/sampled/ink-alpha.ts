import type { InkMap } from './find-seal.ts';
import type { Rectangle } from './raster.ts';

/** Half of the ink is as red as this, or redder. */
const FULL_INK_AT = 0.5;
/** Of that: what the camera's noise takes from it leaves no holes. */
const COVERS_FROM = 0.8;
/** Below the threshold the edges of strokes fade out; further below there is only paper. */
const EDGE = 0.6;

export interface Ink {
  /** How much each pixel of the rectangle is covered, 0 to 255. */
  readonly alpha: Uint8Array;
  /** The redness of full ink: a pale seal has little. */
  readonly full: number;
}

/** Paper becomes see-through, strokes keep their soft edges, and what is pressed lightly keeps its lightness. */
export function inkAlpha({ width, redness, threshold }: InkMap, part: Rectangle): Ink {
  const full = Math.max(percentile(redness, threshold), threshold + 1);
  const [low, covers] = [threshold * EDGE, Math.max(full * COVERS_FROM, threshold + 1)];
  const alpha = new Uint8Array(part.width * part.height);
  for (let y = 0; y < part.height; y += 1) {
    const from = (part.top + y) * width + part.left;
    for (let x = 0; x < part.width; x += 1) {
      const covered = ((redness[from + x] ?? 0) - low) / (covers - low);
      alpha[y * part.width + x] = Math.round(Math.min(Math.max(covered, 0), 1) * 255);
    }
  }
  removeSpecks(alpha, part.width);
  return { alpha, full };
}

function percentile(redness: Uint8Array, threshold: number): number {
  const inked = redness.filter((value) => value > threshold).sort();
  return inked[Math.floor(inked.length * FULL_INK_AT)] ?? threshold;
}

const FAINT = 40;

/** A faint pixel beside nothing but paper is the camera's noise. */
function removeSpecks(alpha: Uint8Array, width: number): void {
  const before = alpha.slice();
  for (let at = 0; at < alpha.length; at += 1) {
    if ((before[at] ?? 0) === 0) continue;
    let strongest = before[at] ?? 0;
    for (const near of [
      at - 1,
      at + 1,
      at - width,
      at + width,
      at - width - 1,
      at - width + 1,
      at + width - 1,
      at + width + 1,
    ]) {
      strongest = Math.max(strongest, before[near] ?? 0);
    }
    if (strongest < FAINT) alpha[at] = 0;
  }
}
