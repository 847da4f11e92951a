import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from './format-error.ts';
import { signatureToDer, signatureToRaw } from './signature-value.ts';

describe('r‖s and its DER', () => {
  it('are two forms of one signature', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (raw) => {
        expect(Buffer.from(signatureToRaw(signatureToDer(raw)))).toEqual(Buffer.from(raw));
      }),
    );
  });

  it('with zeros in front of a short number', () => {
    const raw = Buffer.alloc(64);
    raw[31] = 0x80;
    raw[63] = 1;
    expect(Buffer.from(signatureToDer(raw)).toString('hex')).toBe('300702020080020101');
  });

  it('as OpenSSL makes and takes them', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const message = Buffer.from('message');
    const raw = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'der' }, signatureToDer(raw))).toBe(true);
    const der = sign('sha256', message, { key: privateKey, dsaEncoding: 'der' });
    expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signatureToRaw(der))).toBe(true);
  });
});

describe('what is no signature of 256 bits is refused', () => {
  it.each([0, 63, 65, 128])('r‖s of %i bytes', (length) => {
    expect(() => signatureToDer(new Uint8Array(length))).toThrow(FormatError);
  });

  it.each([
    ['nothing', ''],
    ['one number', '3003020101'],
    ['three numbers', '3009020101020101020101'],
    ['a number with a needless zero', '300702020001020101'],
    ['a negative number', '30060201ff020101'],
    ['a number of 264 bits', `30260221${'01'.repeat(33)}020101`],
    ['a long length', '308106020101020101'],
    ['something behind it', '300602010102010100'],
  ])('DER: %s', (_what, encoding) => {
    expect(() => signatureToRaw(Buffer.from(encoding, 'hex'))).toThrow(FormatError);
  });

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(() => signatureToRaw(bytes)).toThrow(FormatError);
      }),
    );
  });
});
