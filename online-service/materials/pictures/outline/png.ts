import type { Outline } from './outline.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and check sum around a chunk's data. */
const AROUND_BYTES = 12;

/** ISO/IEC 15948, 5.3: chunks from IHDR to IEND. An `acTL` makes it an animated PNG. */
export function outlineOfPng(bytes: Buffer): Outline | undefined {
  let frames = 1;
  for (let at = SIGNATURE_BYTES; at + AROUND_BYTES <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = at + 8;
    at += AROUND_BYTES + length;
    if (at > bytes.length) return undefined;
    if (type === 'IEND') return { end: at, frames };
    if (type === 'acTL' && length >= 4) frames = Math.max(1, bytes.readUInt32BE(data));
  }
  return undefined;
}
