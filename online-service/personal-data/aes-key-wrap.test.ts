import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aesKeyUnwrap, aesKeyWrap } from './aes-key-wrap.ts';

const key = (hex: string) => createSecretKey(Buffer.from(hex, 'hex'));
const KEK = key('000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F');
const DATA = Buffer.from('00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F', 'hex');
const WRAPPED = '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21';

describe('RFC 3394, 4.6: 256 bits of key data under a 256-bit key', () => {
  it('wraps to the published bytes', () => {
    expect(Buffer.from(aesKeyWrap(KEK, DATA)).toString('hex')).toBe(WRAPPED);
  });

  it('unwraps them', () => {
    expect(aesKeyUnwrap(KEK, Buffer.from(WRAPPED, 'hex'))).toEqual(DATA);
  });

  it('refuses another key, a changed byte and any other length', () => {
    const changed = Buffer.from(WRAPPED, 'hex');
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(aesKeyUnwrap(key('ff'.repeat(32)), Buffer.from(WRAPPED, 'hex'))).toBeUndefined();
    expect(aesKeyUnwrap(KEK, changed)).toBeUndefined();
    expect(aesKeyUnwrap(KEK, Buffer.from(WRAPPED, 'hex').subarray(1))).toBeUndefined();
    expect(aesKeyUnwrap(KEK, new Uint8Array())).toBeUndefined();
  });
});
