import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkPicture } from './check-picture.ts';
import { colourOnTop, grain, isRed, redAboveBlue } from './testing/make-picture.ts';
import { gif, jpeg, LIMITS, pictureOf, png, refusalOf, SIZE } from './testing/samples.ts';

const progressive = await grain(SIZE).jpeg({ progressive: true }).toBuffer();
const cmyk = await redAboveBlue(SIZE).toColourspace('cmyk').jpeg().toBuffer();
const grey = await grain(SIZE).greyscale().jpeg().toBuffer();
const twoColours = await redAboveBlue(SIZE).jpeg().toBuffer();
const deep = await redAboveBlue(SIZE).toColourspace('rgb16').png().toBuffer();

describe('what is taken', () => {
  it.each([
    ['JPEG', jpeg, 'jpeg'],
    ['progressive JPEG', progressive, 'jpeg'],
    ['CMYK JPEG', cmyk, 'jpeg'],
    ['grey JPEG', grey, 'jpeg'],
    ['PNG', png, 'png'],
    ['PNG of 16 bits', deep, 'png'],
    ['GIF', gif, 'png'],
  ] as const)('%s', async (_, bytes, kind) => {
    const picture = await pictureOf(bytes);
    expect(picture).toMatchObject({ kind, ...SIZE });
    expect(await sharp(picture.bytes).metadata()).toMatchObject({ format: kind, ...SIZE });
  });

  it.each([
    ['JPEG', twoColours],
    ['PNG', png],
    ['PNG of 16 bits', deep],
    ['GIF', gif],
  ])('%s: its colours stay what they were', async (_, bytes) => {
    expect(isRed(await colourOnTop((await pictureOf(bytes)).bytes))).toBe(true);
  });

  it('what is see-through becomes white: every reviewer sees the same', async () => {
    const clear = await sharp({ create: { ...SIZE, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const picture = await pictureOf(clear);
    expect(await colourOnTop(picture.bytes)).toEqual([255, 255, 255]);
    expect((await sharp(picture.bytes).metadata()).hasAlpha).toBe(false);
  });

  it('the result keeps the limit, also where drawing it again makes it larger', async () => {
    const poor = await grain({ width: 2_400, height: 1_800 }).jpeg({ quality: 20 }).toBuffer();
    const picture = await pictureOf(poor, { ...LIMITS, maxBytes: poor.length });
    expect(picture.bytes.length).toBeLessThanOrEqual(poor.length);
  });

  it('a poster is brought down to what a reviewer can use', async () => {
    const poster = await redAboveBlue({ width: 6_000, height: 4_500 }).jpeg().toBuffer();
    expect(await pictureOf(poster)).toMatchObject({ width: 4_096, height: 3_072 });
  });

  it('a PNG that would be too large becomes a JPEG', async () => {
    const fewColours = await grain(SIZE).png({ palette: true, colours: 8 }).toBuffer();
    const picture = await pictureOf(fewColours, { ...LIMITS, maxBytes: fewColours.length });
    expect(picture.kind).toBe('jpeg');
    expect(picture.bytes.length).toBeLessThanOrEqual(fewColours.length);
  });

  it('many at once are all answered', async () => {
    const checked = await Promise.all(Array.from({ length: 12 }, () => checkPicture(jpeg, LIMITS)));
    expect(checked.every(({ ok }) => ok)).toBe(true);
  });
});

describe('sizes', () => {
  it('one byte over the limit is too large', async () => {
    expect(await refusalOf(jpeg, { ...LIMITS, maxBytes: jpeg.length - 1 })).toEqual({ code: 'TOO_LARGE' });
  });

  it.each([
    [299, 400, { code: 'TOO_SMALL' }],
    [400, 299, { code: 'TOO_SMALL' }],
    [300, 300, undefined],
  ])('%i × %i: %o', async (width, height, refusal) => {
    expect(await refusalOf(await grain({ width, height }).png().toBuffer())).toEqual(refusal);
  });

  it('a pixel more than the limit is too many', async () => {
    const { width, height } = SIZE;
    expect(await refusalOf(jpeg, { ...LIMITS, maxPixels: width * height })).toBeUndefined();
    expect(await refusalOf(jpeg, { ...LIMITS, maxPixels: width * height - 1 })).toEqual({ code: 'TOO_MANY_PIXELS' });
  });
});
