/** What comes from the network was not written as DER wants it. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

export interface Element {
  readonly tag: number;
  /** With tag and length. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

/** One element that fills the bytes to their end. */
export function readElement(bytes: Uint8Array): Element {
  const element = elementAt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
  if (element.whole.length !== bytes.length) throw new DerError('bytes after the element');
  return element;
}

/** The elements within a constructed one. */
export function partsOf({ content }: Element): Element[] {
  const parts: Element[] = [];
  for (let at = 0; at < content.length; ) {
    const part = elementAt(content, at);
    parts.push(part);
    at += part.whole.length;
  }
  return parts;
}

export function partsOfTag(element: Element | undefined, tag: number): Element[] {
  return partsOf(expectTag(element, tag));
}

export function expectTag(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new DerError('another element was expected');
  return element;
}

/** The octets of a BIT STRING of whole octets. */
export function octetsOfBits(element: Element | undefined): Buffer {
  const { content } = expectTag(element, 0x03);
  if (content.length === 0 || content[0] !== 0) throw new DerError('not a bit string of whole octets');
  return content.subarray(1);
}

/** X.690, 8.1 and 10.1: tags of one octet, definite lengths, as short as they can be. */
function elementAt(bytes: Buffer, at: number): Element {
  const tag = byteAt(bytes, at);
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several octets');
  const first = byteAt(bytes, at + 1);
  const digits = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || digits > 4 || at + 2 + digits > bytes.length) throw new DerError('not a length of DER');
  const length = digits === 0 ? first : bytes.readUIntBE(at + 2, digits);
  if (digits > 0 && (length < 0x80 || byteAt(bytes, at + 2) === 0)) throw new DerError('a length that is too long');
  const start = at + 2 + digits;
  if (start + length > bytes.length) throw new DerError('an element that is cut off');
  return { tag, whole: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) };
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new DerError('an element that is cut off');
  return byte;
}
