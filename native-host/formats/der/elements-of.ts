import { FormatError } from '../format-error.ts';

/** X.690 allows more; nothing that is taken apart here is larger than 16 MiB. */
const MOST_LENGTH_BYTES = 3;

/** The parts of a constructed encoding, each byte for byte as it stands. Definite lengths only, and nothing left over. */
export function elementsOf(encoding: Uint8Array): Uint8Array[] {
  const { headerBytes, bytes } = firstElement(encoding);
  if (bytes.length !== encoding.length) throw new FormatError('malformed', 'something follows the structure');
  const elements: Uint8Array[] = [];
  let left = bytes.subarray(headerBytes);
  while (left.length > 0) {
    const element = firstElement(left).bytes;
    elements.push(element);
    left = left.subarray(element.length);
  }
  return elements;
}

export const contentOf = (encoding: Uint8Array): Uint8Array => encoding.subarray(firstElement(encoding).headerBytes);

function firstElement(encoding: Uint8Array): { headerBytes: number; bytes: Uint8Array } {
  const [, first] = encoding;
  if (first === undefined || first === 0x80) throw new FormatError('malformed', 'no complete element');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > MOST_LENGTH_BYTES) throw new FormatError('malformed', 'a length that nothing here has');
  const headerBytes = 2 + lengthBytes;
  const long = encoding.subarray(2, headerBytes).reduce((length, byte) => length * 256 + byte, 0);
  const total = headerBytes + (lengthBytes === 0 ? first : long);
  if (total > encoding.length) throw new FormatError('malformed', 'the element ends before its length');
  return { headerBytes, bytes: encoding.subarray(0, total) };
}
