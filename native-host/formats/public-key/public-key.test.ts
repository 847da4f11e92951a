import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateParts } from '../certificate/certificate-parts.ts';
import { bitString, integer, nothing, objectIdentifier, sequence } from '../der/der-writer.ts';
import { FormatError } from '../format-error.ts';
import { OID } from '../object-identifiers.ts';
import { fixture } from '../testing/fixture.ts';
import { GMT_0003_5 } from '../testing/sm2-vectors.ts';
import { publicKeyFromEc, publicKeyFromRsa } from './from-attributes.ts';
import { readPublicKey, samePublicKey, writePublicKey } from './public-key.ts';

const spki = (key: { export(options: { type: 'spki'; format: 'der' }): Buffer }) =>
  key.export({ type: 'spki', format: 'der' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;

describe('a public key is written as it was read', () => {
  it.each([
    ['RSA-2048', spki(rsa)],
    ['P-256', spki(ec)],
    ['SM2, of a certificate', Buffer.from(certificateParts(fixture('unit-sm2')).publicKey)],
  ])('%s', (_what, der) => {
    expect(Buffer.from(writePublicKey(readPublicKey(der)))).toEqual(der);
  });
});

describe('a key’s PKCS#11 attributes make the public key', () => {
  it('RSA by modulus and exponent, with and without a zero in front', () => {
    const { n = '', e = '' } = rsa.export({ format: 'jwk' });
    const [modulus, publicExponent] = [Buffer.from(n, 'base64url'), Buffer.from(e, 'base64url')];
    const zero = Buffer.of(0);
    expect(Buffer.from(publicKeyFromRsa({ modulus, publicExponent }))).toEqual(spki(rsa));
    expect(Buffer.from(publicKeyFromRsa({ modulus: Buffer.concat([zero, modulus]), publicExponent }))).toEqual(
      spki(rsa),
    );
  });

  const point = spki(ec).subarray(-65);
  const wrap = (start: string, bytes: Buffer) => Buffer.concat([Buffer.from(start, 'hex'), bytes]);
  it.each([
    ['a DER OCTET STRING, as PKCS#11 asks', wrap('0441', point)],
    ['a BIT STRING', wrap('034200', point)],
    ['the point', point],
    ['its coordinates', point.subarray(1)],
  ])('EC by %s', (_what, ecPoint) => {
    const ecParams = Buffer.from(objectIdentifier(OID.p256));
    expect(Buffer.from(publicKeyFromEc({ ecPoint, ecParams }))).toEqual(spki(ec));
  });

  it('SM2 by its parameters, or by the vendor’s key type alone', () => {
    const ecPoint = wrap('0441', GMT_0003_5.point);
    const byParameters = publicKeyFromEc({ ecPoint, ecParams: objectIdentifier(OID.sm2) });
    expect(readPublicKey(byParameters)).toEqual({ kind: 'sm2', point: new Uint8Array(GMT_0003_5.point) });
    expect(publicKeyFromEc({ ecPoint, curve: 'sm2' })).toEqual(byParameters);
    expect(publicKeyFromEc({ ecPoint, curve: 'sm2', ecParams: Buffer.alloc(0) })).toEqual(byParameters);
  });

  it.each([
    ['a point that is cut off', { ecPoint: point.subarray(0, 60), curve: 'p256' as const }],
    ['a compressed point', { ecPoint: wrap('02', point.subarray(1, 33)), curve: 'p256' as const }],
    ['a curve that is not worked with', { ecPoint: point, ecParams: objectIdentifier('1.3.132.0.34') }],
    ['no curve at all', { ecPoint: point }],
  ])('and not from %s', (_what, attributes) => {
    expect(() => publicKeyFromEc(attributes)).toThrow(FormatError);
  });

  it('and not from a modulus that no key has', () => {
    const publicExponent = Buffer.from('010001', 'hex');
    expect(() => publicKeyFromRsa({ modulus: Buffer.alloc(100_000, 1), publicExponent })).toThrow(FormatError);
    expect(() => publicKeyFromRsa({ modulus: Buffer.alloc(0), publicExponent })).toThrow(FormatError);
  });
});

describe('a certificate and a key belong together', () => {
  it('when the numbers are the same, however they are written', () => {
    const bits = bitString(GMT_0003_5.point);
    const asIssuersWriteIt = sequence(sequence(objectIdentifier(OID.sm2), nothing()), bits);
    expect(samePublicKey(asIssuersWriteIt, writePublicKey({ kind: 'sm2', point: GMT_0003_5.point }))).toBe(true);
  });

  it('and not when they are on different curves, or are different, or are no keys', () => {
    const sm2 = writePublicKey({ kind: 'sm2', point: GMT_0003_5.point });
    expect(samePublicKey(sm2, writePublicKey({ kind: 'p256', point: GMT_0003_5.point }))).toBe(false);
    expect(samePublicKey(spki(rsa), spki(ec))).toBe(false);
    expect(samePublicKey(Buffer.from('3000', 'hex'), Buffer.from('3000', 'hex'))).toBe(false);
  });
});

describe('what is no key that we work with is refused', () => {
  it.each([
    ['Ed25519', spki(generateKeyPairSync('ed25519').publicKey)],
    ['P-384', spki(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)],
    [
      'RSA of 16384 bits',
      Buffer.from(
        sequence(
          sequence(objectIdentifier(OID.rsaEncryption), nothing()),
          bitString(sequence(integer(Buffer.alloc(2048, 1)), integer(65_537))),
        ),
      ),
    ],
    ['nothing', Buffer.alloc(0)],
    ['more than is ever read', Buffer.alloc(200_000, 0x30)],
  ])('%s', (_what, der) => {
    expect(() => readPublicKey(der)).toThrow(FormatError);
  });

  it('nesting without end', () => {
    const nested = Array.from({ length: 5000 }).reduce<Uint8Array>((inner) => sequence(inner), sequence());
    expect(() => readPublicKey(nested)).toThrow(FormatError);
  });

  it('damaged keys, with the same error', () => {
    const der = spki(rsa);
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(der);
        damaged[at] = byte;
        try {
          readPublicKey(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('node reads what is written', () => {
  const der = Buffer.from(writePublicKey(readPublicKey(spki(rsa))));
  expect(createPublicKey({ key: der, format: 'der', type: 'spki' }).equals(rsa)).toBe(true);
});
