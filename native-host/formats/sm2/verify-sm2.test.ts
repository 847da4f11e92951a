import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { signatureToDer } from '../signature-value.ts';
import { GMT_0003_5, N } from '../testing/sm2-vectors.ts';
import { assertOnSm2Curve, verifySm2 } from './verify-sm2.ts';

const { point, message, rs } = GMT_0003_5;
const verifies = (change: Partial<Parameters<typeof verifySm2>[0]> = {}) =>
  verifySm2({ point, message, signature: signatureToDer(rs), ...change });
const withHalf = (at: 0 | 32, half: Buffer) =>
  signatureToDer(Buffer.concat(at === 0 ? [half, rs.subarray(32)] : [rs.subarray(0, 32), half]));

it('the signature of GM/T 0003.5 appendix A verifies', () => {
  expect(verifies()).toBe(true);
});

describe('what is not that signature does not verify', () => {
  it.each([
    ['another message', { message: Buffer.from('message digesu') }],
    ['another id', { id: '8765432187654321' }],
    ['the message without an id, as OpenSSL signs by default', { id: '' }],
    ['r‖s where DER is asked for', { signature: rs }],
    ['nothing', { signature: Buffer.alloc(0) }],
    ['s and r', { signature: signatureToDer(Buffer.concat([rs.subarray(32), rs.subarray(0, 32)])) }],
    ['r = 0', { signature: withHalf(0, Buffer.alloc(32)) }],
    ['s = 0', { signature: withHalf(32, Buffer.alloc(32)) }],
    ['r = n', { signature: withHalf(0, N) }],
    ['s = n', { signature: withHalf(32, N) }],
    ['a point beside the curve', { point: Buffer.concat([point.subarray(0, 64), Buffer.of(0x14)]) }],
    ['a point of another length', { point: point.subarray(0, 64) }],
  ])('%s', (_what, change) => {
    expect(verifies(change)).toBe(false);
  });
});

it('only a point of the curve is taken for a key', () => {
  expect(() => assertOnSm2Curve(point)).not.toThrow();
  expect(() => assertOnSm2Curve(Buffer.concat([point.subarray(0, 64), Buffer.of(0x14)]))).toThrow(FormatError);
  expect(() => assertOnSm2Curve(Buffer.alloc(65))).toThrow(FormatError);
});
