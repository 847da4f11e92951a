import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitString, integer, objectIdentifier, octetString, sequence, setOf, time } from './der-writer.ts';
import { contentOf, elementsOf } from './elements-of.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('DER as X.690 writes it', () => {
  it.each([
    [0, '020100'],
    [127, '02017f'],
    [128, '02020080'],
    [256, '02020100'],
    [65_537, '0203010001'],
  ])('the integer %i', (value, encoding) => {
    expect(hex(integer(value))).toBe(encoding);
  });

  it('an unsigned number without needless zeros, and never negative', () => {
    expect(hex(integer(Uint8Array.of(0, 0, 0x7f)))).toBe('02017f');
    expect(hex(integer(Uint8Array.of(0x80)))).toBe('02020080');
    expect(hex(integer(new Uint8Array(0)))).toBe('020100');
  });

  it.each([
    ['2.100.3', '0603813403'],
    ['1.2.840.113549', '06062a864886f70d'],
    ['1.2.156.10197.1.501', '06082a811ccf55018375'],
    ['1.2.156.10197.1.301', '06082a811ccf5501822d'],
  ])('the object identifier %s', (dotted, encoding) => {
    expect(hex(objectIdentifier(dotted))).toBe(encoding);
  });

  it.each([
    ['2049-12-31T23:59:59Z', '170d3439313233313233353935395a'],
    ['2050-01-01T00:00:00Z', '180f32303530303130313030303030305a'],
  ])('the time %s in the type that RFC 5280 asks for', (date, encoding) => {
    expect(hex(time(new Date(date)))).toBe(encoding);
  });

  it('a SET OF in the order of its members’ encodings', () => {
    const members = [octetString(Uint8Array.of(2)), integer(9), integer(3)];
    expect(elementsOf(setOf(...members)).map(hex)).toEqual(['020103', '020109', '040102']);
  });

  it('the length in as few bytes as it needs', () => {
    const header = (length: number) => hex(octetString(new Uint8Array(length))).slice(0, 10);
    expect(header(127)).toBe('047f000000');
    expect(header(128)).toBe('0481800000');
    expect(header(256)).toBe('0482010000');
    expect(header(65_536)).toBe('0483010000');
  });
});

it('what is written is taken apart into the same parts', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (contents) => {
      const parts = contents.flatMap((content) => [octetString(content), bitString(content), integer(content)]);
      const elements = elementsOf(sequence(...parts));
      expect(elements.map(hex)).toEqual(parts.map(hex));
      expect(elements.filter((_, at) => at % 3 === 0).map((part) => hex(contentOf(part)))).toEqual(contents.map(hex));
    }),
  );
});
