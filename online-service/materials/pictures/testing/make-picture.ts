import sharp, { type Sharp } from 'sharp';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Grain as of a camera: it compresses no better than a photo. */
export function grain({ width, height }: Size): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: '#888888', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  });
}

/** The upper half red, the lower blue: it shows which way is up. */
export function redAboveBlue({ width, height }: Size): Sharp {
  const half = { create: { width, height: height / 2, channels: 3 as const, background: '#d02020' } };
  return sharp({ create: { width, height, channels: 3, background: '#2020d0' } }).composite([
    { input: half, top: 0, left: 0 },
  ]);
}

/** The colour in the middle of the upper edge, as red, green and blue. */
export async function colourOnTop(bytes: Buffer): Promise<readonly number[]> {
  const { width } = await sharp(bytes).metadata();
  const pixel = sharp(bytes).extract({ left: Math.floor(width / 2), top: 10, width: 1, height: 1 });
  return [...(await pixel.removeAlpha().raw().toBuffer())];
}

/** As near as a photo format keeps it. */
export function isRed([red = 0, green = 0, blue = 0]: readonly number[]): boolean {
  return Math.abs(red - 0xd0) < 12 && Math.abs(green - 0x20) < 12 && Math.abs(blue - 0x20) < 12;
}
