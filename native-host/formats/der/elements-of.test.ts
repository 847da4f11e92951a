import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { elementsOf } from './elements-of.ts';

it.each([
  ['nothing', ''],
  ['half a header', '30'],
  ['an indefinite length', '30800000'],
  ['a length beyond the bytes', '3005020100'],
  ['a member that ends too early', '3003020201'],
  ['a length of eight bytes', '30880000000000000000'],
  ['something behind it', '300302010100'],
])('%s is refused', (_what, encoding) => {
  expect(() => elementsOf(Buffer.from(encoding, 'hex'))).toThrow(FormatError);
});

it('whatever the bytes are, they are taken apart or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const length = elementsOf(bytes).reduce((sum, element) => sum + element.length, 0);
        expect(length).toBeLessThan(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 1000 },
  );
});
