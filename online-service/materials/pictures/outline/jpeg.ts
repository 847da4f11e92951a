import type { Outline } from './outline.ts';

const END_OF_IMAGE = 0xd9;
const START_OF_IMAGE_BYTES = 2;

/** ISO/IEC 10918-1, annex B: segments, each with its length, and the coded pixels between them. */
export function outlineOfJpeg(bytes: Buffer): Outline | undefined {
  let at = nextMarker(bytes, START_OF_IMAGE_BYTES);
  while (at !== -1) {
    if (bytes[at + 1] === END_OF_IMAGE) return { end: at + 2, frames: 1 };
    if (at + 4 > bytes.length) return undefined;
    at = nextMarker(bytes, at + 2 + bytes.readUInt16BE(at + 2));
  }
  return undefined;
}

/** Skips coded pixels, where FF is followed by 00 or a restart mark, and the stray bytes that some phones leave. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const mark = bytes[at + 1];
    if (mark === undefined) return -1;
    if (mark !== 0 && mark !== 0xff && (mark < 0xd0 || mark > 0xd7)) return at;
  }
  return -1;
}
