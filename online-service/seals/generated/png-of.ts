import sharp from 'sharp';
import { inDecoder } from '../../materials/pictures/decoder.ts';
import { SEAL_RED, type SealPicture } from '../seal.ts';
import type { Drawing } from './drawing.ts';

/** Fine enough for print at 600 dots per inch: 40 mm are 945. */
const DOTS_PER_INCH = 600;
const TENTHS_PER_INCH = 254;
/** Of the rendering, which is then made smaller: about twice as fine as wanted. */
const RENDERED = 300;

/** The drawing's shape as transparency over one red, so that its edges mix with no other colour. */
export function pngOf(svg: string, drawing: Pick<Drawing, 'width'>): Promise<SealPicture> {
  const across = Math.round((drawing.width / TENTHS_PER_INCH) * DOTS_PER_INCH);
  return inDecoder(async () => {
    const shape = sharp(Buffer.from(svg), { density: RENDERED }).resize({ width: across }).extractChannel('alpha');
    const { data: alpha, info } = await shape.raw().toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const png = await sharp({ create: { width, height, channels: 3, background: SEAL_RED } })
      .joinChannel(alpha, { raw: { width, height, channels: 1 } })
      .png({ palette: true, colours: 32, compressionLevel: 9 })
      .toBuffer();
    return { png, width, height };
  });
}
