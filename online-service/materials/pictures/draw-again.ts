import type { Sharp } from 'sharp';
import { type DecoderInput, decoded } from './decoder.ts';
import type { CheckedPicture, PictureLimits } from './picture.ts';

/** A page of A4 at 350 dots per inch: nothing on a document is lost, and no reviewer loads a poster. */
const LONG_SIDE = 4_096;

interface Try {
  readonly quality: number;
  readonly scale: number;
}

/** From hardly to see, to just readable. */
const TRIES: readonly Try[] = [
  { quality: 90, scale: 1 },
  { quality: 82, scale: 1 },
  { quality: 74, scale: 1 },
  { quality: 74, scale: 0.75 },
  { quality: 74, scale: 0.5 },
  { quality: 70, scale: 0.35 },
];

export interface Wanted extends DecoderInput {
  readonly limits: Pick<PictureLimits, 'maxBytes' | 'minSide'>;
  /** The longer side as it was uploaded. */
  readonly longSide: number;
  /** Lines and text stay sharp as PNG, when that is small enough. */
  readonly asPng: boolean;
}

/** Upright, on white, in sRGB, without metadata. Undefined when it cannot be made small enough. */
export async function drawAgain(wanted: Wanted): Promise<CheckedPicture | undefined> {
  const longSide = Math.min(wanted.longSide, LONG_SIDE);
  if (wanted.asPng) {
    const png = await drawn(wanted, (picture) => within(picture, longSide).png({ compressionLevel: 9 }));
    if (png) return { kind: 'png', ...png };
  }
  for (const { quality, scale } of TRIES) {
    const jpeg = await drawn(wanted, (picture) =>
      within(picture, Math.round(longSide * scale)).jpeg({
        quality,
        // Red stamps blur first, so their colour keeps its full resolution.
        chromaSubsampling: '4:4:4',
        // It would hold the whole picture in memory to save a tenth of the bytes.
        optimiseCoding: false,
      }),
    );
    if (jpeg) return { kind: 'jpeg', ...jpeg };
  }
  return undefined;
}

function within(picture: Sharp, side: number): Sharp {
  return picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

async function drawn(wanted: Wanted, encode: (picture: Sharp) => Sharp) {
  const { data, info } = await decoded(wanted, (picture) =>
    // What is see-through would look different to each reviewer.
    encode(picture.autoOrient().flatten({ background: '#ffffff' })).toBuffer({ resolveWithObject: true }),
  );
  const { maxBytes, minSide } = wanted.limits;
  // Better refused than unreadable.
  if (data.length > maxBytes || Math.min(info.width, info.height) < minSide) return undefined;
  return { bytes: data, width: info.width, height: info.height };
}
