import { constants, createHash, createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ecdsaOverDigest } from './ecdsa.ts';
import { pssOverDigest, rawRsa } from './rsa.ts';

const MESSAGE = Buffer.from('投标文件');

/** DigestInfo prefix for SHA-256 (RFC 8017, 9.2 note 1). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

function verified(key: KeyObject, of: { signature: Buffer; digest: string; saltLength: number }): boolean {
  const options = { key: createPublicKey(key), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: of.saltLength };
  return verify(of.digest, MESSAGE, options, of.signature);
}

describe('RSASSA-PSS over a ready digest (RFC 8017, 8.1)', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  it.each([
    ['sha1', 20],
    ['sha256', 32],
    ['sha384', 48],
    ['sha512', 64],
  ])('passes OpenSSL with %s', (digest, saltLength) => {
    const hash = createHash(digest).update(MESSAGE).digest();
    expect(verified(privateKey, { signature: pssOverDigest(privateKey, hash), digest, saltLength })).toBe(true);
  });

  it('takes the digest out of a DigestInfo, as OpenSC 0.23 sends it', () => {
    const wrapped = Buffer.concat([DIGEST_INFO, createHash('sha256').update(MESSAGE).digest()]);
    const signature = pssOverDigest(privateKey, wrapped);
    expect(verified(privateKey, { signature, digest: 'sha256', saltLength: 32 })).toBe(true);
  });

  it('refuses what is no digest, and a block longer or greater than the modulus', () => {
    expect(() => pssOverDigest(privateKey, Buffer.alloc(31))).toThrow(/6700/);
    expect(() => rawRsa(privateKey, Buffer.alloc(257))).toThrow(/6700/);
    expect(() => rawRsa(privateKey, Buffer.alloc(256, 0xff))).toThrow(/6a80/);
  });
});

describe('ECDSA over a ready digest (FIPS 186-5, 6.4.1)', () => {
  it('passes OpenSSL, whatever the first bits of r and s', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const digest = createHash('sha256').update(MESSAGE).digest();
    for (let round = 0; round < 20; round += 1) {
      expect(verify('sha256', MESSAGE, publicKey, ecdsaOverDigest(privateKey, digest))).toBe(true);
    }
  });
});
