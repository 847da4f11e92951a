import sharp from 'sharp';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  alphaAt(x: number, y: number): number;
  /** Of every pixel that can be seen. */
  readonly colours: ReadonlySet<string>;
  /** The share of the picture that is covered. */
  readonly covered: number;
}

export async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const colours = new Set<string>();
  let covered = 0;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    covered += alpha / 255;
    if (alpha > 0) colours.add(`#${data.subarray(at, at + 3).toString('hex')}`);
  }
  return {
    width,
    height,
    alphaAt: (x, y) => data[(Math.round(y) * width + Math.round(x)) * 4 + 3] ?? 0,
    colours,
    covered: covered / (width * height),
  };
}
