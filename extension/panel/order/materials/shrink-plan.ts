export interface Measure {
  readonly width: number;
  readonly height: number;
}

export interface ShrinkTry extends Measure {
  /** Of a JPEG, from 0 to 1. */
  readonly quality: number;
}

/** Below this a page of text, photographed whole, can no longer be read. */
export const LEGIBLE_EDGE = 1600;

/** Fine pictures gain most by a lower quality, which costs the least; the edge goes before the quality gets coarse. */
const STEPS: readonly { readonly edge: number; readonly quality: number }[] = [
  { edge: Number.POSITIVE_INFINITY, quality: 0.85 },
  { edge: 3200, quality: 0.82 },
  { edge: 2600, quality: 0.8 },
  { edge: 2200, quality: 0.78 },
  { edge: 1900, quality: 0.75 },
  { edge: LEGIBLE_EDGE, quality: 0.75 },
  { edge: LEGIBLE_EDGE, quality: 0.62 },
  { edge: LEGIBLE_EDGE, quality: 0.5 },
];

/** What to try, one after the other, until a picture is small enough; never larger than it is, never illegible. */
export function shrinkPlan({ width, height }: Measure): ShrinkTry[] {
  const long = Math.max(width, height);
  const tries = STEPS.map(({ edge, quality }) => {
    const scale = Math.min(1, edge / long);
    return { width: Math.round(width * scale), height: Math.round(height * scale), quality };
  });
  return tries.filter(
    (one, at) => !tries.slice(0, at).some((before) => before.width === one.width && before.quality === one.quality),
  );
}
