import sharp from 'sharp';
import { inDecoder } from '../../materials/pictures/decoder.ts';
import { SEAL_RED, type SealPicture } from '../seal.ts';

/** As wide as a company's seal at 600 dots per inch. */
const LONG_SIDE = 945;
/** Around the ink, so that no programme cuts its edge. */
const MARGIN = 8;

export interface Covered {
  readonly width: number;
  readonly height: number;
  readonly alpha: Uint8Array;
}

/** The ink in the red of all seals: the light of one photograph is no part of a seal. */
export function drawSample({ width, height, alpha }: Covered): Promise<SealPicture> {
  const grey = { raw: { width, height, channels: 1 as const } };
  return inDecoder(async () => {
    const { data, info } = await sharp(alpha, grey)
      .resize({
        width: LONG_SIDE - 2 * MARGIN,
        height: LONG_SIDE - 2 * MARGIN,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: '#000000' })
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const size = { width: info.width, height: info.height };
    const png = await sharp({ create: { ...size, channels: 3, background: SEAL_RED } })
      .joinChannel(data, { raw: { ...size, channels: 1 } })
      .png({ palette: true, colours: 64, dither: 0, compressionLevel: 9 })
      .toBuffer();
    return { png, ...size };
  });
}
