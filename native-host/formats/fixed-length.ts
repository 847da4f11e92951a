import { FormatError } from './format-error.ts';

/** A non-negative number in exactly so many bytes, whatever zeros it came with. */
export function fixedLength(number: ArrayBuffer | Uint8Array, length: number): Uint8Array {
  const bytes = number instanceof Uint8Array ? number : new Uint8Array(number);
  const extra = bytes.length - length;
  if (extra <= 0) return Buffer.concat([new Uint8Array(-extra), bytes]);
  if (bytes.subarray(0, extra).some((byte) => byte !== 0))
    throw new FormatError('malformed', 'the number is too large');
  return bytes.subarray(extra);
}
