import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { fixture } from '../testing/fixture.ts';
import { certificateParts } from './certificate-parts.ts';

describe('a certificate lends its parts byte for byte', () => {
  it.each(['person-p256', 'root-authority', 'unit-rsa-encrypt', 'unit-rsa-sign', 'unit-sm2'])('%s', (name) => {
    const der = fixture(name);
    const parts = certificateParts(der);
    expect(Buffer.from(parts.der)).toEqual(der);
    for (const part of Object.values(parts)) expect(der.includes(part)).toBe(true);
  });

  it('the key and the serial are those that OpenSSL reads', () => {
    const der = fixture('unit-rsa-sign');
    const read = new X509Certificate(der);
    const { publicKey, serialNumber } = certificateParts(der);
    expect(Buffer.from(publicKey)).toEqual(read.publicKey.export({ type: 'spki', format: 'der' }));
    expect(Buffer.from(serialNumber.subarray(2)).toString('hex')).toContain(read.serialNumber.toLowerCase());
  });

  it('without what a token hands out behind it', () => {
    const der = fixture('unit-sm2');
    expect(certificateParts(Buffer.concat([der, Buffer.alloc(500)]))).toEqual(certificateParts(der));
  });
});

describe('what is no certificate is refused', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another structure', Buffer.from('3003020101', 'hex')],
    ['half a certificate', fixture('person-p256').subarray(0, 200)],
  ])('%s', (_what, bytes) => {
    expect(() => certificateParts(bytes)).toThrow(FormatError);
  });

  it('with the same error for every damage', () => {
    const der = fixture('person-p256');
    const damage = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, (changes) => {
        const damaged = Buffer.from(der);
        for (const [at, byte] of changes) damaged[at] = byte;
        try {
          certificateParts(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
