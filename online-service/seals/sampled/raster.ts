import { decoded, inDecoder } from '../../materials/pictures/decoder.ts';
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
  return inDecoder(() => read(picture, crop)).catch(() => refuseSeal({ code: 'NOT_A_PICTURE' }));
}

async function read(bytes: Uint8Array, crop: Rectangle | undefined): Promise<SealResult<Raster>> {
  const input = { bytes, maxPixels: MOST_PIXELS };
  const { width: fullWidth, height: fullHeight } = (await decoded(input, (picture) => picture.metadata())).autoOrient;
  if (crop && !isWithin(crop, fullWidth, fullHeight)) return refuseSeal({ code: 'CROP_OUTSIDE' });
  const { data, info } = await decoded(input, (picture) => {
    const upright = picture.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
    return (crop ? upright.extract({ ...crop }) : upright)
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
  });
  const { width, height } = info;
  return { ok: true, value: { width, height, rgb: data, scale: (crop?.width ?? fullWidth) / width } };
}

function isWithin({ left, top, width, height }: Rectangle, fullWidth: number, fullHeight: number): boolean {
  const whole = [left, top, width, height].every(Number.isSafeInteger);
  return (
    whole && left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= fullWidth && top + height <= fullHeight
  );
}
