import { describe, expect, it } from 'vitest';
import { redAboveBlue } from './testing/make-picture.ts';
import { blackPng } from './testing/png-chunks.ts';
import { jpeg, LIMITS, refusalOf } from './testing/samples.ts';

/** What one picture within the limits takes is several times as much. */
const MAY_GROW_MIB = 32;

/** ISO/IEC 10918-1, B.2.2: height and width in the frame's header. */
function jpegThatClaims(side: number): Buffer {
  const bytes = Buffer.from(jpeg);
  const frame = bytes.indexOf(Buffer.of(0xff, 0xc0));
  bytes.writeUInt16BE(side, frame + 5);
  bytes.writeUInt16BE(side, frame + 7);
  return bytes;
}

/** GIF 89a, 18 and 20: the logical screen, and one frame that fills it. */
function gifThatClaims(side: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(side, 0);
  size.writeUInt16LE(side, 2);
  const twoColours = Buffer.of(0x80, 0, 0, 0, 0, 0, 255, 255, 255);
  const frame = [Buffer.of(0x2c, 0, 0, 0, 0), size, Buffer.of(0, 2, 2, 0x4c, 0x01, 0)];
  return Buffer.concat([Buffer.from('GIF89a'), size, twoColours, ...frame, Buffer.of(0x3b)]);
}

const square = await blackPng({ width: 30_000, height: 30_000 });

describe('decompression bombs', () => {
  it.each([
    ['a PNG of 30,000 × 30,000 in a hundred kilobytes', square],
    ['a JPEG that claims 65,000 × 65,000', jpegThatClaims(65_000)],
    ['a GIF that claims 65,535 × 65,535', gifThatClaims(65_535)],
  ])('%s is refused without being decoded', async (_, bytes) => {
    expect(bytes.length).toBeLessThan(LIMITS.maxBytes);
    const before = process.resourceUsage().maxRSS;
    expect(await refusalOf(bytes)).toEqual({ code: 'TOO_MANY_PIXELS' });
    expect((process.resourceUsage().maxRSS - before) / 1_024).toBeLessThan(MAY_GROW_MIB);
  });

  it('a progressive JPEG with thousands of passes is refused', async () => {
    const whole = await redAboveBlue({ width: 5_000, height: 5_000 }).jpeg({ progressive: true }).toBuffer();
    const pass = whole.subarray(whole.lastIndexOf(Buffer.of(0xff, 0xda)), -2);
    const passes = Array.from({ length: 1_000 }, () => pass);
    const bomb = Buffer.concat([whole.subarray(0, -2), ...passes, whole.subarray(-2)]);
    expect(bomb.length).toBeLessThan(LIMITS.maxBytes);
    expect(await refusalOf(bomb)).toEqual({ code: 'DAMAGED' });
  });
});
