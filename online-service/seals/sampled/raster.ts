import sharp from 'sharp';
import { inDecoder, messageOf } from '../../materials/pictures/decoder.ts';
import { refuseSeal, type SealResult } from '../seal.ts';

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green, blue, a byte each, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  /** Pixels of the uploaded picture for one of these. */
  readonly scale: number;
}

/** As materials are kept at most. */
const MOST_PIXELS = 40_000_000;
/** A sheet of A4 at 200 dots per inch; a finer seal would not look finer. */
const LONG_SIDE = 2_400;

/** The picture upright, or a part of it, in a size that can be worked at. */
export async function rasterOf(picture: Uint8Array, crop?: Rectangle): Promise<SealResult<Raster>> {
  try {
    return await inDecoder(() => read(picture, crop));
  } catch (error) {
    if (/extract_area|bad extract/i.test(messageOf(error))) return refuseSeal({ code: 'CROP_OUTSIDE' });
    return refuseSeal({ code: 'NOT_A_PICTURE' });
  }
}

async function read(picture: Uint8Array, crop: Rectangle | undefined): Promise<SealResult<Raster>> {
  const opened = sharp(picture, { limitInputPixels: MOST_PIXELS });
  const { width: fullWidth, height: fullHeight } = (await opened.metadata()).autoOrient;
  if (crop && !isWithin(crop, fullWidth, fullHeight)) return refuseSeal({ code: 'CROP_OUTSIDE' });
  const upright = opened.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
  const wanted = crop ? upright.extract({ ...crop }) : upright;
  const { data, info } = await wanted
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { ok: true, value: { width, height, rgb: data, scale: (crop?.width ?? fullWidth) / width } };
}

function isWithin({ left, top, width, height }: Rectangle, fullWidth: number, fullHeight: number): boolean {
  const whole = [left, top, width, height].every(Number.isSafeInteger);
  return (
    whole && left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= fullWidth && top + height <= fullHeight
  );
}
