import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openssl, opensslWrites } from '../testing/openssl.ts';
import { keyByOpenssl } from '../testing/request-by-openssl.ts';
import { readOcspRequest } from './read-ocsp-request.ts';

const { pem: key } = keyByOpenssl('p256');
const issuer = openssl({ key }, 'req', '-new', '-x509', '-key', '@key', '-subj', '/CN=issuer').toString();
const ask = (...words: readonly string[]) =>
  opensslWrites({ issuer }, 'ocsp', '-issuer', '@issuer', ...words, '-reqout', '@out');

it('reads what OpenSSL asks', () => {
  const read = readOcspRequest(ask('-serial', '0x8012', '-serial', '0x34', '-nonce'));
  expect(read?.asked.map(({ serialNumber, digest }) => `${digest} ${serialNumber}`)).toEqual(['sha1 8012', 'sha1 34']);
  expect(read?.nonce?.length).toBeGreaterThan(2);
  expect(readOcspRequest(ask('-serial', '1', '-no_nonce'))?.nonce).toBeUndefined();
});

it('nine questions at once are not answered', () => {
  const numbers = Array.from({ length: 9 }, (_, at) => ['-serial', String(at + 1)]).flat();
  expect(readOcspRequest(ask(...numbers, '-no_nonce'))).toBeUndefined();
});

it('whatever comes, it is read or refused, and nothing is thrown', () => {
  const request = ask('-serial', '0x8012', '-nonce');
  const changed = fc
    .array(fc.tuple(fc.nat(request.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const bytes = Buffer.from(request);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  const any = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(changed, any), (bytes) => {
      expect(() => readOcspRequest(bytes)).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});
