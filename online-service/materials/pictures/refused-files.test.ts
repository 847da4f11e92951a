import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { grain } from './testing/make-picture.ts';
import { chunk } from './testing/png-chunks.ts';
import { gif, jpeg, pictureOf, png, refusalOf, SIZE } from './testing/samples.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const page = latin1('<html><script>alert(document.domain)</script></html>');
const archive = Buffer.concat([latin1('PK\x03\x04'), Buffer.alloc(100), latin1('PK\x05\x06'), Buffer.alloc(18)]);

const webp = await grain(SIZE).webp().toBuffer();
const avif = await grain({ width: 64, height: 64 }).avif({ effort: 0 }).toBuffer();
const tiff = await grain(SIZE).tiff().toBuffer();

describe('refused by its content, whatever it is called', () => {
  it.each([
    [
      'an SVG named .png',
      latin1('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="800"/>'),
      'svg',
    ],
    ['a PDF', latin1('%PDF-1.7\n'), 'pdf'],
    ['WebP', webp, 'webp'],
    ['AVIF', avif, 'avif'],
    ['HEIC', Buffer.concat([Buffer.of(0, 0, 0, 24), latin1('ftypheic\0\0\0\0mif1heic'), jpeg]), 'heic'],
    ['TIFF', tiff, 'tiff'],
    ['BMP', Buffer.concat([latin1('BM\x36\x90\x15\0\0\0\0\0\x36\0\0\0'), Buffer.alloc(200)]), 'bmp'],
  ])('%s', async (_, bytes, found) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'KIND_NOT_ALLOWED', found });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('营业执照.jpg')],
    ['a program', latin1('MZ\x90\0\x03'.padEnd(2_000, '\0'))],
    ['an archive', archive],
    ['a web page', page],
  ])('%s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'NOT_A_PICTURE' });
  });
});

describe('files that are a picture and something else', () => {
  const end = png.subarray(-12);

  it.each([
    ['a web page behind a JPEG', Buffer.concat([jpeg, page])],
    ['a web page behind a PNG', Buffer.concat([png, page])],
    ['a web page behind a GIF', Buffer.concat([gif, page])],
    ['an archive behind a JPEG', Buffer.concat([jpeg, archive])],
    ['an archive behind a PNG', Buffer.concat([png, archive])],
    ['a web page in the first comment of a JPEG', commented(page)],
    ['a PDF in the first comment of a JPEG', commented(latin1('%PDF-1.4 1 0 obj'))],
    [
      'an archive that ends in the last chunk of a PNG',
      Buffer.concat([png.subarray(0, -12), chunk('teSt', archive), end]),
    ],
    ['a second photo behind the first, with a web page', Buffer.concat([jpeg, jpeg, page])],
    ['bytes of no known meaning behind a PNG', Buffer.concat([png, latin1('payload')])],
  ])('%s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'CARRIES_OTHER_DATA' });
  });

  it.each([
    ['a second view (CIPA DC-007)', jpeg],
    ['a short film', Buffer.concat([Buffer.of(0, 0, 0, 24), latin1('ftypmp42'), Buffer.alloc(64, 1)])],
    ["Samsung's trailer", latin1('\0\0\x01\x0aImage_UTC_Data1700000000000SEFH\x6b\0\0\0SEFT')],
    ['padding', Buffer.alloc(512)],
  ])('what phones put behind a photo is left off: %s', async (_, behind) => {
    const { bytes } = await pictureOf(Buffer.concat([jpeg, behind]));
    expect(bytes.equals((await pictureOf(jpeg)).bytes)).toBe(true);
  });

  function commented(text: Buffer): Buffer {
    const head = Buffer.of(0xff, 0xfe, 0, 0);
    head.writeUInt16BE(text.length + 2, 2);
    return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
  }
});

describe('damage', () => {
  const scan = jpeg.indexOf(Buffer.of(0xff, 0xda));
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

  it.each([
    ['half a JPEG', half(jpeg)],
    ['a JPEG without its last bytes', jpeg.subarray(0, -2)],
    ['half a JPEG, closed by hand', Buffer.concat([half(jpeg), Buffer.of(0xff, 0xd9)])],
    ['a JPEG with a gap', Buffer.from(jpeg).fill(0xff, scan + 3_000, scan + 3_300)],
    ['half a PNG', half(png)],
    ['a PNG whose pixels were changed', png.with(-40, (png.at(-40) ?? 0) ^ 0xff)],
    ['half a GIF', half(gif)],
    ['only the beginning of a JPEG', jpeg.subarray(0, 3)],
    ['only the signature of a PNG', png.subarray(0, 8)],
    ['only the signature of a GIF', gif.subarray(0, 6)],
  ])('%s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'DAMAGED' });
  });

  it('a slip of some phones in the head of the scan costs nobody his photo', async () => {
    const components = jpeg[scan + 4] ?? 0;
    expect(await pictureOf(jpeg.with(scan + 5 + 2 * components + 1, 0))).toMatchObject(SIZE);
  });
});

describe('one page for each slot', () => {
  it('a GIF that moves', async () => {
    const green = sharp({ create: { ...SIZE, channels: 3, background: '#20d020' } });
    const frames = [png, await green.png().toBuffer()];
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await refusalOf(moving)).toEqual({ code: 'ANIMATED' });
  });

  it('a PNG that moves', async () => {
    const control = chunk('acTL', Buffer.of(0, 0, 0, 2, 0, 0, 0, 0));
    const moving = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
    expect(await refusalOf(moving)).toEqual({ code: 'ANIMATED' });
  });
});
