import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { colourOnTop, isRed, redAboveBlue } from './testing/make-picture.ts';
import { chunk } from './testing/png-chunks.ts';
import { pictureOf, png } from './testing/samples.ts';

const UPRIGHT = { width: 600, height: 800 };
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';

/** As a phone saves it: the pixels as the sensor lay, how it was held beside them, and where and by whom. */
async function photo(held: { readonly orientation: number; readonly turned: number }): Promise<Buffer> {
  const asSensorLay = await sharp(await redAboveBlue(UPRIGHT).png().toBuffer())
    .rotate(held.turned)
    .png()
    .toBuffer();
  return sharp(asSensorLay)
    .withIccProfile('p3')
    .withXmp(XMP)
    .withExif({
      IFD0: { Make: 'PhoneMaker', Artist: 'Zhang San' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 27/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '115/1 39/1 0/1' },
    })
    .withMetadata({ orientation: held.orientation })
    .jpeg()
    .toBuffer();
}

describe('metadata', () => {
  it.each([
    { orientation: 6, turned: 270 },
    { orientation: 3, turned: 180 },
    { orientation: 8, turned: 90 },
    { orientation: 1, turned: 0 },
  ])('EXIF orientation $orientation is applied, then gone with place, maker, name and profile', async (held) => {
    const upload = await photo(held);
    expect(await sharp(upload).metadata()).toMatchObject({ orientation: held.orientation, hasProfile: true });
    for (const word of ['Exif', 'PhoneMaker', 'Zhang San', 'xmpmeta', 'ICC_PROFILE'])
      expect(upload.includes(word)).toBe(true);
    const { bytes, width, height } = await pictureOf(upload);
    expect({ width, height }).toEqual(UPRIGHT);
    expect(isRed(await colourOnTop(bytes))).toBe(true);
    const after = await sharp(bytes).metadata();
    for (const kind of ['orientation', 'exif', 'icc', 'xmp', 'iptc', 'comments'] as const) {
      expect(after[kind]).toBeUndefined();
    }
    for (const word of ['Exif', 'PhoneMaker', 'Zhang San', 'xmpmeta', 'ICC_PROFILE'])
      expect(bytes.includes(word)).toBe(false);
  });

  it('the words of a PNG are gone', async () => {
    const words = chunk('tEXt', Buffer.from('Author\0Zhang San'));
    const worded = Buffer.concat([png.subarray(0, 33), words, png.subarray(33)]);
    expect((await pictureOf(worded)).bytes.includes('Zhang')).toBe(false);
  });
});
