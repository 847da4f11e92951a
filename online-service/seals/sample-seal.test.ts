import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { generateSeal, type SealWanted } from './generate-seal.ts';
import { type SampleCorrection, sampleSeal } from './sample-seal.ts';
import { SEAL_RED } from './seal.ts';
import { pixelsOf } from './testing/pixels.ts';
import { sheet } from './testing/sheet.ts';

const COMPANY: SealWanted = { kind: 'company', name: '示例建设工程有限公司', number: '1101080123456' };
const PERSON: SealWanted = { kind: 'legal-representative', name: '王示例', shape: 'square' };
const STAMP = { seal: COMPANY, left: 180, top: 330, size: 420, strength: 0.85 };
const BESIDE = { seal: PERSON, left: 850, top: 400, size: 300 };

const STAMPED = await sheet([STAMP]);

async function sampled(picture: Uint8Array, correction?: SampleCorrection) {
  const result = await sampleSeal(picture, correction);
  if (!result.ok) throw new Error(result.refusal.code);
  return { ...result.value, picture: await pixelsOf(result.value.png) };
}

async function refusalOf(picture: Uint8Array, correction?: SampleCorrection): Promise<string> {
  const result = await sampleSeal(picture, correction);
  return result.ok ? 'taken' : result.refusal.code;
}

/** How far the sample is what was stamped: what both cover, of what either covers. */
async function likeness(png: Uint8Array, wanted: SealWanted): Promise<number> {
  const made = await generateSeal(wanted);
  if (!made.ok) throw new Error(made.refusal.code);
  const alpha = (bytes: Uint8Array) =>
    sharp(bytes)
      .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .resize(300, 300, { fit: 'fill' })
      .extractChannel('alpha')
      .raw()
      .toBuffer();
  const [a, b] = await Promise.all([alpha(png), alpha(made.value.png)]);
  let [both, either] = [0, 0];
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0;
    both += Math.min(value, other);
    either += Math.max(value, other);
  }
  return both / either;
}

describe('a photographed sheet with print, pencil and a blue signature', () => {
  test.each(['jpeg', 'png'] as const)('%s: the seal alone, in one red, on a transparent ground', async (kind) => {
    const { png, found, picture } = await sampled(await sheet([STAMP], kind));
    expect(Math.abs(found.left - 180) + Math.abs(found.top - 330)).toBeLessThan(12);
    expect(Math.abs(found.width - 420) + Math.abs(found.height - 420)).toBeLessThan(16);
    expect([...picture.colours]).toEqual([SEAL_RED]);
    expect(picture.alphaAt(2, 2)).toBe(0);
    expect(picture.alphaAt(picture.width / 2, picture.height / 2)).toBeGreaterThan(240);
    expect(await likeness(png, COMPANY)).toBeGreaterThan(0.85);
  });

  test('pale ink is made as good as fresh ink', async () => {
    const { png } = await sampled(await sheet([{ ...STAMP, strength: 0.45 }]));
    expect(await likeness(png, COMPANY)).toBeGreaterThan(0.85);
  });

  test('a picture that lies on its side by its own word is taken upright', async () => {
    const turned = await sharp(STAMPED).rotate(90).withMetadata({ orientation: 8 }).jpeg({ quality: 90 }).toBuffer();
    const { found, png } = await sampled(turned);
    expect(Math.abs(found.left - 180)).toBeLessThan(12);
    expect(await likeness(png, COMPANY)).toBeGreaterThan(0.85);
  });

  test('edges stay soft', async () => {
    const { png } = await sampled(STAMPED);
    const alpha = await sharp(png).extractChannel('alpha').raw().toBuffer();
    expect(new Set(alpha).size).toBeGreaterThan(10);
  });
});

describe('the reviewer’s correction', () => {
  test('two seals: neither is guessed; a rectangle says which', async () => {
    const two = await sheet([STAMP, BESIDE]);
    expect(await refusalOf(two)).toBe('SEVERAL_SEALS');
    const crop = { left: 800, top: 350, width: 400, height: 400 };
    const { png, found } = await sampled(two, { crop });
    expect(Math.abs(found.left - 850)).toBeLessThan(12);
    expect(await likeness(png, PERSON)).toBeGreaterThan(0.85);
  });

  test('a lower threshold keeps more ink, a higher one less', async () => {
    const picture = STAMPED;
    const [more, less] = [await sampled(picture, { threshold: 30 }), await sampled(picture, { threshold: 110 })];
    expect(more.picture.covered).toBeGreaterThan(less.picture.covered);
  });
});

describe('a bad picture is refused by its reason', () => {
  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['no seal on it', () => sheet([]), 'NO_RED_INK'],
    ['hardly any ink', () => sheet([{ ...STAMP, strength: 0.15 }]), 'TOO_PALE'],
    ['a tiny seal', () => sheet([{ ...STAMP, size: 90 }]), 'TOO_SMALL'],
    [
      'half a seal',
      async () => sharp(STAMPED).extract({ left: 400, top: 0, width: 1000, height: 1000 }).toBuffer(),
      'CUT_OFF',
    ],
    ['no picture', async () => Buffer.from('%PDF-1.7'), 'NOT_A_PICTURE'],
  ])('%s', async (_, picture, code) => {
    expect(await refusalOf(await picture())).toBe(code);
  });

  test('a rectangle outside', async () => {
    const crop = { left: 1300, top: 0, width: 200, height: 10 };
    expect(await refusalOf(STAMPED, { crop })).toBe('CROP_OUTSIDE');
  });
});
