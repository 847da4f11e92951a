import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { partsOf, readElement } from '../der/der-reader.ts';
import { bitString, integer, nothing, objectIdentifier, sequence } from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';
import { keyByOpenssl, requestByOpenssl } from '../testing/request-by-openssl.ts';
import { checkRequest } from './check-request.ts';
import { judgePublicKey } from './public-key.ts';
import { isWeakModulus } from './weak-modulus.ts';

describe('a request by another implementation, with proof of possession', () => {
  it.each(['rsa-2048', 'p256', 'sm2'] as const)('%s is taken with its key', (algorithm) => {
    const key = keyByOpenssl(algorithm);
    expect(checkRequest(requestByOpenssl(key))).toEqual({ algorithm, publicKey: key.publicKey });
  });

  it('SM2 without the agreed id of the signer is no proof', () => {
    const key = keyByOpenssl('sm2');
    const other = requestByOpenssl({ ...key, algorithm: 'p256' }, ['-sm3', '-sigopt', 'distid:somebody']);
    expect(checkRequest(other)).toEqual({ fault: 'not-possessed' });
  });

  it("somebody else's key, signed with one's own, is refused", () => {
    const [mine, theirs] = [keyByOpenssl('p256'), keyByOpenssl('p256')];
    const request = requestByOpenssl(mine);
    const forged = Buffer.from(
      request.toString('hex').replace(mine.publicKey.toString('hex'), theirs.publicKey.toString('hex')),
      'hex',
    );
    expect(checkRequest(forged)).toEqual({ fault: 'not-possessed' });
  });

  it('another digest than the authority takes is refused', () => {
    expect(checkRequest(requestByOpenssl(keyByOpenssl('rsa-2048'), ['-sha1']))).toEqual({
      fault: 'signature-algorithm',
    });
  });

  it('every changed byte is refused or leaves what was asked as it was', () => {
    const request = requestByOpenssl(keyByOpenssl('p256'));
    for (let at = 0; at < request.length; at += 1) {
      const changed = Buffer.from(request);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x01, at);
      expect(checkRequest(changed).fault, `byte ${at}`).toBeDefined();
    }
  });

  it('what is cut off, longer, or no DER at all is malformed', () => {
    const request = requestByOpenssl(keyByOpenssl('p256'));
    for (const bytes of [
      request.subarray(0, -1),
      Buffer.concat([request, Buffer.of(0)]),
      Buffer.alloc(0),
      Buffer.alloc(20_000),
    ]) {
      expect(checkRequest(bytes)).toEqual({ fault: 'malformed' });
    }
  });
});

describe('keys that are not certified', () => {
  const rsa = (bits: number, exponent = 65_537) =>
    generateKeyPairSync('rsa', { modulusLength: bits, publicExponent: exponent }).publicKey.export({
      format: 'der',
      type: 'spki',
    });

  it.each([
    ['RSA of 1024 bits', rsa(1024), 'key-strength'],
    ['RSA of 3072 bits, which no key of ours makes', rsa(3072), 'key-strength'],
    ['RSA with exponent 3', rsa(2048, 3), 'key-exponent'],
    ['a modulus with a small factor', rsaKey((1n << 2047n) + 753n * 3n * (1n << 3n) + 1n), 'key-weak'],
    [
      'P-384',
      generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'der', type: 'spki' }),
      'key-kind',
    ],
    ['Ed25519', generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }), 'key-kind'],
  ])('%s', (_what, key, fault) => {
    expect(judgePublicKey(key)).toBe(fault);
  });

  it.each(['p256', 'sm2'] as const)('%s: a point beside the curve, and a compressed one', (algorithm) => {
    const { publicKey } = keyByOpenssl(algorithm);
    const beside = Buffer.from(publicKey);
    beside.writeUInt8(beside.readUInt8(beside.length - 1) ^ 1, beside.length - 1);
    expect(judgePublicKey(beside)).toBe('key-point');
    const [name] = partsOf(readElement(publicKey));
    const compressed = Buffer.concat([Buffer.of(2), publicKey.subarray(-64, -32)]);
    expect(judgePublicKey(sequence(name?.whole ?? Buffer.alloc(0), bitString(compressed)))).toBe('key-point');
  });
});

describe('moduli that can be taken apart', () => {
  const close = (1n << 1024n) - 105n;

  it('two primes that lie close together (Fermat)', () => {
    expect(isWeakModulus(close * (close + 1234n * 2n))).toBe(true);
  });

  it('a modulus in the form of CVE-2017-15361', () => {
    let modulus = 65_537n;
    const product = 962_947_420_735_983_927_056_946_215_901_134_429_196_419_130_606_213_075_415_963_491_270n;
    for (let power = 0; power < 200; power += 1) modulus = (modulus * 65_537n) % product;
    // Powers of 65537 modulo all small primes at once.
    expect(isWeakModulus(modulus)).toBe(true);
  });

  it('a modulus by OpenSSL is not weak', () => {
    const { n } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    expect(isWeakModulus(BigInt(`0x${Buffer.from(n ?? '', 'base64url').toString('hex')}`))).toBe(false);
  });
});

function rsaKey(modulus: bigint): Buffer {
  const numbers = sequence(integer(Buffer.from(modulus.toString(16), 'hex')), integer(65_537));
  return sequence(sequence(objectIdentifier(OID.rsaEncryption), nothing()), bitString(numbers));
}
