import fc from 'fast-check';
import { sm3 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';
import { digestInfo, hash } from './digests.ts';
import { FormatError } from './format-error.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('SM3', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('GB/T 32905 appendix A: %s', (message, digest) => {
    expect(hex(hash('sm3', Buffer.from(message)))).toBe(digest);
  });

  it('is the same by another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hex(hash('sm3', bytes))).toBe(sm3(bytes));
      }),
    );
  });
});

it('several parts are hashed as one message', () => {
  expect(hex(hash('sha-256', Buffer.from('a'), Buffer.from('bc')))).toBe(hex(hash('sha-256', Buffer.from('abc'))));
});

it('DigestInfo of SHA-256 begins as RFC 8017 section 9.2 note 1 has it', () => {
  const digest = hash('sha-256', Buffer.from('abc'));
  expect(hex(digestInfo(digest))).toBe(`3031300d060960864801650304020105000420${hex(digest)}`);
  expect(() => digestInfo(digest.subarray(1))).toThrow(FormatError);
});
