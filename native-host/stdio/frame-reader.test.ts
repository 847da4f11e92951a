import { endianness } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameReader, frameOf } from './frame-reader.ts';

const LIMIT = 64;

function reading() {
  const seen: (string | number)[] = [];
  const reader = new FrameReader(LIMIT, {
    frame: (payload) => seen.push(Buffer.from(payload).toString('hex')),
    oversized: (length) => seen.push(length),
  });
  return { reader, seen };
}

/** Cuts the bytes at those places, however wild. */
function cut(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

describe('native messages', () => {
  it('carry their length in the machine’s own byte order', () => {
    const length = Buffer.from(frameOf(new Uint8Array(3))).subarray(0, 4);
    expect(endianness() === 'LE' ? length.readUInt32LE() : length.readUInt32BE()).toBe(3);
  });

  it('are read the same however the stream is cut, those above the cap skipped by exactly their length', () => {
    const payload = fc.uint8Array({ maxLength: 2 * LIMIT });
    fc.assert(
      fc.property(fc.array(payload), fc.array(fc.nat()), (payloads, cuts) => {
        const { reader, seen } = reading();
        for (const piece of cut(Buffer.concat(payloads.map(frameOf)), cuts)) reader.push(piece);
        const expected = payloads.map((bytes) =>
          bytes.length > LIMIT ? bytes.length : Buffer.from(bytes).toString('hex'),
        );
        expect(seen).toEqual(expected);
        expect(reader.insideFrame).toBe(false);
      }),
    );
  });

  it('are known to be cut when the stream ends inside one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 2 * LIMIT }), fc.nat(), (payload, at) => {
        const { reader } = reading();
        const frame = frameOf(payload);
        reader.push(frame.subarray(0, 1 + (at % (frame.length - 1))));
        expect(reader.insideFrame).toBe(true);
      }),
    );
  });

  it('of four gigabytes are announced and cost no memory', () => {
    const { reader, seen } = reading();
    reader.push(new Uint8Array([0xff, 0xff, 0xff, 0xff]));
    expect(seen).toEqual([0xffff_ffff]);
  });
});
