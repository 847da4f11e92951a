import { CardRefusal, SW } from './apdu.ts';

/** BER-TLV (X.690) as far as a card needs it: tags of one or two bytes, definite lengths. */
export interface Tlv {
  readonly tag: number;
  readonly value: Buffer;
}

export function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const head = tag > 0xff ? [tag >> 8, tag & 0xff] : [tag];
  return Buffer.concat([Buffer.from([...head, ...lengthOf(value.length)]), value]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}

/** A malformed TLV is the sender's fault: 6A80. */
export function readTlvs(bytes: Buffer): Tlv[] {
  const found: Tlv[] = [];
  let at = 0;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new CardRefusal(SW.wrongData);
    at += 1;
    return value;
  };
  while (at < bytes.length) {
    let tag = byte();
    if ((tag & 0x1f) === 0x1f) tag = (tag << 8) | byte();
    let length = byte();
    if (length === 0x81) length = byte();
    else if (length === 0x82) length = (byte() << 8) | byte();
    else if (length > 0x82) throw new CardRefusal(SW.wrongData);
    if (at + length > bytes.length) throw new CardRefusal(SW.wrongData);
    found.push({ tag, value: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

export const tlvValue = (items: readonly Tlv[], tag: number): Buffer | undefined =>
  items.find((item) => item.tag === tag)?.value;
