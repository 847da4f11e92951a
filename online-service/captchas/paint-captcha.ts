import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { Captcha } from './captcha.ts';

/** PNG bytes. */
export type CaptchaPainter = (captcha: Captcha) => Promise<Buffer>;

const WIDTH = 168;
const HEIGHT = 48;
const FONT = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'));
/** Dark on light: a picture stays as it is in both of the panel's themes. */
const PAPER = { r: 245, g: 244, b: 240 };
const INKS = ['#0b4d5a', '#465057', '#855000', '#2a568f'];
const FREE = { r: 0, g: 0, b: 0, alpha: 0 };

/** Signs at their own angles and heights, crossed by a few lines: enough against a plain reader of pictures. */
export async function paintCaptcha({ first, sign, second }: Captcha): Promise<Buffer> {
  const signs = [...String(first), sign === 'plus' ? '+' : '−', ...String(second), '=', '?'];
  const step = Math.floor((WIDTH - 16) / signs.length);
  const glyphs = await Promise.all(signs.map(glyph));
  const placed = glyphs.map((input, at) => ({ input, left: 8 + at * step, top: randomInt(0, 8) }));
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } })
    .composite([...placed, { input: Buffer.from(lines()) }])
    .png({ palette: true, colours: 32 })
    .toBuffer();
}

async function glyph(text: string): Promise<Buffer> {
  const ink = INKS[randomInt(INKS.length)];
  const drawn = { text: `<span foreground="${ink}">${text}</span>`, fontfile: FONT, font: 'Noto Sans SC Bold 22' };
  return sharp({ text: { ...drawn, rgba: true, dpi: 72 } })
    .rotate(randomInt(-18, 19), { background: FREE })
    .resize({ height: 40, width: 40, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
}

function lines(): string {
  const strokes = Array.from({ length: 5 }, () => {
    const [y1, y2, bend] = [randomInt(HEIGHT), randomInt(HEIGHT), randomInt(-20, HEIGHT + 20)];
    const ink = INKS[randomInt(INKS.length)];
    return `<path d="M0 ${y1}Q${WIDTH / 2} ${bend} ${WIDTH} ${y2}" stroke="${ink}" opacity=".35" fill="none"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${strokes.join('')}</svg>`;
}
