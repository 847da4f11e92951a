import fc from 'fast-check';
import { share } from './mutate-value.ts';

export interface Damage {
  readonly how: 'flip' | 'insert' | 'cut-out' | 'repeat' | 'cut-off';
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

const SYNTAX = [...'{}[]",:\\0e-'].map((character) => character.charCodeAt(0));
const MALFORMED_UTF8 = [0xc0, 0xed, 0xf5, 0xff, 0x80];

export const damages: fc.Arbitrary<Damage> = fc.record({
  how: fc.constantFrom('flip', 'insert', 'cut-out', 'repeat', 'cut-off'),
  at: share,
  length: fc.integer({ min: 1, max: 24 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constantFrom(...SYNTAX, ...MALFORMED_UTF8).map((byte) => Uint8Array.of(byte)),
  ),
});

/** As a line that drops, doubles and disturbs bytes would hand them on. */
export function damaged(whole: Uint8Array, { how, at, length, bytes }: Damage): Uint8Array {
  const from = Math.floor(at * whole.length);
  const [before, after] = [whole.subarray(0, from), whole.subarray(from)];
  switch (how) {
    case 'flip':
      return Buffer.concat([before, bytes, after.subarray(bytes.length)]);
    case 'insert':
      return Buffer.concat([before, bytes, after]);
    case 'cut-out':
      return Buffer.concat([before, after.subarray(length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 'cut-off':
      return Buffer.from(before);
  }
}
