import type { Outline } from './outline.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const SCREEN_BYTES = 13;
const IMAGE_BYTES = 10;

/** GIF 89a, 12 and following: blocks up to the trailer; each image block is a frame. */
export function outlineOfGif(bytes: Buffer): Outline | undefined {
  if (bytes.length < SCREEN_BYTES) return undefined;
  let frames = 0;
  let at = SCREEN_BYTES + colourTableBytes(bytes[10]);
  while (at < bytes.length) {
    switch (bytes[at]) {
      case TRAILER:
        return frames > 0 ? { end: at + 1, frames } : undefined;
      case IMAGE:
        frames += 1;
        // After the descriptor and its colours: one byte of code size.
        at = afterSubBlocks(bytes, at + IMAGE_BYTES + colourTableBytes(bytes[at + 9]) + 1);
        break;
      case EXTENSION:
        at = afterSubBlocks(bytes, at + 2);
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

function colourTableBytes(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Each begins with its length; one of length 0 is the last. */
function afterSubBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = bytes[at]; length; length = bytes[at]) at += 1 + length;
  return at + 1;
}
