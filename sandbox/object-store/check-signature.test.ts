import { describe, expect, it } from 'vitest';
import { checkSignature, type SignedRequest } from './check-signature.ts';
import { hexSha256 } from './sha256.ts';

/** The examples of Amazon's "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)". */
const ACCOUNT = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const THEN = new Date('2013-05-24T00:00:00Z');
const EMPTY = new Uint8Array();

function example(url: string, signed: { readonly names: string; readonly signature: string }): SignedRequest {
  return {
    method: 'GET',
    url,
    body: EMPTY,
    headers: {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': hexSha256(EMPTY),
      'x-amz-date': '20130524T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${ACCOUNT.accessKeyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signed.names},Signature=${signed.signature}`,
    },
  };
}

const GET_OBJECT = example('/test.txt', {
  names: 'host;range;x-amz-content-sha256;x-amz-date',
  signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
});
const LIST = example('/?max-keys=2&prefix=J', {
  names: 'host;x-amz-content-sha256;x-amz-date',
  signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
});

const withHeaders = (headers: Record<string, string>): SignedRequest => ({
  ...GET_OBJECT,
  headers: { ...GET_OBJECT.headers, ...headers },
});

describe('AWS Signature Version 4', () => {
  it.each([
    ['GET object', GET_OBJECT],
    ['GET bucket, with a query', LIST],
  ])("accepts Amazon's own example: %s", async (_, request) => {
    await expect(checkSignature(request, ACCOUNT, THEN)).resolves.toBeUndefined();
  });

  it.each<[string, SignedRequest, string]>([
    ['another path', { ...GET_OBJECT, url: '/other.txt' }, 'SignatureDoesNotMatch'],
    ['another query', { ...LIST, url: '/?max-keys=3&prefix=J' }, 'SignatureDoesNotMatch'],
    ['another method', { ...GET_OBJECT, method: 'DELETE' }, 'SignatureDoesNotMatch'],
    ['a changed header that was signed', withHeaders({ range: 'bytes=0-99' }), 'SignatureDoesNotMatch'],
    ['another body', { ...GET_OBJECT, body: Buffer.from('x') }, 'XAmzContentSHA256Mismatch'],
    ['a stream', withHeaders({ 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' }), 'NotImplemented'],
    ['no signature', withHeaders({ authorization: '' }), 'AccessDenied'],
    ['no date', withHeaders({ 'x-amz-date': 'today' }), 'AccessDenied'],
  ])('refuses %s', async (_, request, code) => {
    await expect(checkSignature(request, ACCOUNT, THEN)).rejects.toMatchObject({ code });
  });

  it('refuses another secret, an unknown name, and a clock more than 15 minutes off', async () => {
    const check = (account: typeof ACCOUNT, now: Date) => checkSignature(GET_OBJECT, account, now);
    await expect(check({ ...ACCOUNT, secretAccessKey: 'x' }, THEN)).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
    await expect(check({ ...ACCOUNT, accessKeyId: 'x' }, THEN)).rejects.toMatchObject({ code: 'InvalidAccessKeyId' });
    await expect(check(ACCOUNT, new Date('2013-05-24T00:15:01Z'))).rejects.toMatchObject({
      code: 'RequestTimeTooSkewed',
    });
  });
});
