import sharp, { type OverlayOptions } from 'sharp';
import { generateSeal, type SealWanted } from '../generate-seal.ts';

export interface Stamped {
  readonly seal: SealWanted;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  /** 1: freshly inked. */
  readonly strength?: number;
}

const PRINT = `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1000" fill="none">
  <g stroke="#222" stroke-width="3"><rect x="60" y="120" width="1280" height="820"/><path d="M60 220H1340M700 120V940"/></g>
  <g stroke="#777" stroke-width="2" opacity=".8"><path d="M80 300Q500 280 1300 340M90 700Q600 640 1310 720"/></g>
  <path d="M150 860q60 -80 90 0t80 -10t90 5" stroke="#1b3a9a" stroke-width="6"/></svg>`;

const SIZE = { width: 1400, height: 1000 } as const;

/** A photographed seal sheet: tinted paper with noise and a shade, printed lines, pencil, a blue signature, and stamps. */
export async function sheet(stamps: readonly Stamped[], kind: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  const placed: OverlayOptions[] = [
    { input: Buffer.from(PRINT), left: 0, top: 0 },
    ...(await Promise.all(stamps.map(stamp))),
  ];
  const noise = await sharp({
    create: { ...SIZE, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 22 } },
  })
    .png()
    .toBuffer();
  const drawn = await sharp({ create: { ...SIZE, channels: 3, background: '#efe7d8' } })
    .composite(placed)
    .png()
    .toBuffer();
  const shaded = sharp(drawn)
    .composite([{ input: noise, blend: 'soft-light' }])
    .blur(0.8);
  return kind === 'jpeg' ? shaded.jpeg({ quality: 82 }).toBuffer() : shaded.png().toBuffer();
}

async function stamp({ seal, left, top, size, strength = 1 }: Stamped): Promise<OverlayOptions> {
  const made = await generateSeal(seal);
  if (!made.ok) throw new Error(`no seal: ${made.refusal.code}`);
  const input = await sharp(made.value.png)
    .resize({ width: size })
    .ensureAlpha(1)
    .composite([
      {
        input: Buffer.from([0, 0, 0, Math.round(strength * 255)]),
        raw: { width: 1, height: 1, channels: 4 },
        tile: true,
        blend: 'dest-in',
      },
    ])
    .png()
    .toBuffer();
  return { input, left, top };
}
