import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificate } from './read-certificate.ts';

const NOW = new Date('2026-02-28T10:00:00Z');

function fixture(name: string): Buffer {
  const pem = readFileSync(new URL(`./fixtures/${name}.pem`, import.meta.url), 'utf8');
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}

const summaryOf = (name: string) => readCertificate(fixture(name), NOW)?.summary;

describe('a certificate is read', () => {
  it('with everything that a user is shown', () => {
    expect(summaryOf('unit-rsa-sign')).toEqual({
      fingerprint: 'cac11f307f19f27252dfdc374d815357640ca48de4c72087109ddeb6d0058d6c',
      holder: '商丘示范建设有限公司',
      kind: 'unit',
      issuer: '示范根证书',
      serial: 'a1b2c3d4',
      validFrom: '2025-03-01T00:00:00.000Z',
      validUntil: '2026-02-28T15:59:59.000Z',
      daysLeft: 0,
      algorithm: 'RSA-2048',
      uses: ['sign'],
      hasPrivateKey: false,
    });
  });

  it('as one for encryption by its key usage', () => {
    expect(summaryOf('unit-rsa-encrypt')).toMatchObject({ serial: '1f', uses: ['encrypt'] });
  });

  it('with SM2 by the curve’s object identifier', () => {
    expect(summaryOf('unit-sm2')).toMatchObject({ algorithm: 'SM2', serial: '0100', uses: ['sign', 'encrypt'] });
  });

  it('with an end after 2049, where RFC 5280 asks for GeneralizedTime', () => {
    expect(summaryOf('person-p256')).toMatchObject({
      kind: 'person',
      holder: '张示范',
      algorithm: 'EC P-256',
      validUntil: '2060-01-01T00:00:00.000Z',
    });
  });

  it('and an authority’s own is told apart', () => {
    expect(readCertificate(fixture('root-authority'), NOW)?.isAuthority).toBe(true);
    expect(readCertificate(fixture('unit-rsa-sign'), NOW)?.isAuthority).toBe(false);
  });

  it('out of a file that goes on after it, as some tokens hand it out', () => {
    const padded = Buffer.concat([fixture('unit-rsa-sign'), Buffer.alloc(500)]);
    expect(readCertificate(padded, NOW)?.summary).toEqual(summaryOf('unit-rsa-sign'));
  });
});

describe('what is no certificate is left out, and never an exception', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100)],
    ['an indefinite length', Buffer.from('3080020101020101020101', 'hex')],
    ['a length beyond the bytes', Buffer.from('308401ffffff00', 'hex')],
    ['half a certificate', fixture('unit-rsa-sign').subarray(0, 300)],
    ['another structure', Buffer.from('3003020101', 'hex')],
  ])('%s', (_what, bytes) => {
    expect(readCertificate(bytes, NOW)).toBeUndefined();
  });

  it('random bytes, and certificates with a few bytes changed', () => {
    const der = fixture('person-p256');
    const damage = fc.array(fc.tuple(fc.nat(der.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), damage, (random, changes) => {
        const damaged = Buffer.from(der);
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(() => readCertificate(random, NOW)).not.toThrow();
        expect(() => readCertificate(damaged, NOW)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
