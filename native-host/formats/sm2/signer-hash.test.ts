import fc from 'fast-check';
import { sm2 } from 'sm-crypto-v2';
import { expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { GMT_0003_5 } from '../testing/sm2-vectors.ts';
import { signerHash, sm2Hash } from './signer-hash.ts';

it('Z and e are those of GM/T 0003.5 appendix A', () => {
  expect(Buffer.from(signerHash(GMT_0003_5.point))).toEqual(GMT_0003_5.z);
  expect(Buffer.from(sm2Hash(GMT_0003_5))).toEqual(GMT_0003_5.e);
});

it('Z is the same by another implementation, for every id', () => {
  const { publicKey } = sm2.generateKeyPairHex();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (id) => {
      expect(Buffer.from(signerHash(Buffer.from(publicKey, 'hex'), id))).toEqual(Buffer.from(sm2.getZ(publicKey, id)));
    }),
    { numRuns: 30 },
  );
});

it('a point in another form, or an id longer than its length field, is refused', () => {
  expect(() => signerHash(GMT_0003_5.point.subarray(1))).toThrow(FormatError);
  expect(() => signerHash(Buffer.concat([Buffer.of(2), GMT_0003_5.point.subarray(1)]))).toThrow(FormatError);
  expect(() => signerHash(GMT_0003_5.point, 'x'.repeat(8192))).toThrow(FormatError);
});
