import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawHttp, readRaw } from '../testing/raw-http.ts';
import { testServer } from '../testing/test-contract.ts';

const server = await testServer();
let url = '';
beforeAll(async () => {
  url = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

/** The service must have survived what came before. */
async function expectAlive(): Promise<void> {
  const reply = await fetch(`${url}/v1/words`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"word":"alive"}',
  });
  expect(await reply.json()).toEqual({ ok: true, value: { word: 'alive' } });
}

const json = { 'content-type': 'application/json' };
const post = (payload: string | Buffer, more: Partial<InjectOptions> = {}): InjectOptions => ({
  method: 'POST',
  url: '/v1/words',
  headers: json,
  payload,
  ...more,
});

describe('bad input gets a named error', () => {
  test.each<[string, InjectOptions, string]>([
    ['no JSON', post('{"word":'), 'FRAME_NOT_JSON'],
    ['an empty body that claims to be JSON', post(''), 'FRAME_NOT_JSON'],
    ['no UTF-8', post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), 'FRAME_NOT_UTF8'],
    ['an overlong UTF-8 sequence', post(Buffer.from([0x22, 0xc0, 0xaf, 0x22])), 'FRAME_NOT_UTF8'],
    ['a body over the limit', post(JSON.stringify({ word: 'x'.repeat(2_000) })), 'FRAME_TOO_LARGE'],
    ['a body nested a thousand deep', post('['.repeat(500) + ']'.repeat(500)), 'INPUT_INVALID'],
    ['a number for a text', post('{"word":7}'), 'INPUT_INVALID'],
    ['a list for an object', post('["word"]'), 'INPUT_INVALID'],
    ['nothing for an object', post('null'), 'INPUT_INVALID'],
    ['a text for an object', post('"word"'), 'INPUT_INVALID'],
    ['a key missing', post('{}'), 'INPUT_INVALID'],
    ['a key too many', post('{"word":"x","more":1}'), 'INPUT_INVALID'],
    ['a poisoned prototype', post('{"word":"x","__proto__":{"admin":true}}'), 'INPUT_INVALID'],
    ['a query key too many', post('{"word":"x"}', { url: '/v1/words?more=1' }), 'INPUT_INVALID'],
    ['a field both in path and query', post('{"word":"x"}', { url: '/v1/words/7?id=8' }), 'INPUT_INVALID'],
    ['a field both in path and body', post('{"word":"x","id":"8"}', { url: '/v1/words/7' }), 'INPUT_INVALID'],
    ['a path parameter of the wrong form', post('{"word":"x"}', { url: '/v1/words/seven' }), 'INPUT_INVALID'],
    ['a very long path parameter', post('{"word":"x"}', { url: `/v1/words/${'7'.repeat(900)}x` }), 'INPUT_INVALID'],
    ['an address over the limit', post('{"word":"x"}', { url: `/v1/words/${'7'.repeat(2_000)}` }), 'FRAME_TOO_LARGE'],
    ['another content type', post('word=x', { headers: { 'content-type': 'text/plain' } }), 'MESSAGE_MALFORMED'],
    ['a content type that is none', post('{}', { headers: { 'content-type': ';;;' } }), 'MESSAGE_MALFORMED'],
    ['a body without content type', post('{}', { headers: {} }), 'MESSAGE_MALFORMED'],
    ['bad percent encoding', { url: '/v1/words/%E4%zz' }, 'MESSAGE_MALFORMED'],
    ['a body on a read', { method: 'GET', url: '/metrics', headers: json, payload: '{}' }, 'MESSAGE_MALFORMED'],
    ['an unknown operation', { url: '/v1/nothing' }, 'ROUTE_UNKNOWN'],
    ['the wrong method', { method: 'DELETE', url: '/v1/words' }, 'ROUTE_UNKNOWN'],
    ['a path that climbs', { url: '/docs/static/../../../package.json' }, 'ROUTE_UNKNOWN'],
    ['a path that climbs in disguise', { url: '/docs/static/..%2f..%2fpackage.json' }, 'ROUTE_UNKNOWN'],
  ])('%s', async (_name, request, code) => {
    const reply = await server.inject(request);
    expect(reply.json()).toMatchObject({ ok: false, error: { code } });
    expect(reply.statusCode).toBeLessThan(500);
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.body).not.toMatch(/ at |node_modules|stack/);
    await expectAlive();
  });

  test('an invalid input is told by place and rule, never by value', async () => {
    const reply = await server.inject(post('{"word":110101199003078888,"idNumber":"110101199003078888"}'));
    expect(reply.json().error.issues).toEqual(expect.arrayContaining([{ path: 'word', rule: 'invalid_type' }]));
    expect(reply.body).not.toMatch(/110101|idNumber/);
  });
});

const head = 'POST /v1/words HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('bytes that are hardly HTTP', () => {
  test.each<[string, string | Buffer, string]>([
    ['an oversized header', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 'FRAME_TOO_LARGE'],
    ['a flood of headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X-Y: z\r\n'.repeat(5_000)}\r\n`, 'FRAME_TOO_LARGE'],
    ['an oversized address', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 'FRAME_TOO_LARGE'],
    ['no HTTP at all', 'hello\r\n\r\n', 'MESSAGE_MALFORMED'],
    ['TLS on a plain port', Buffer.from('160301020001000001fc0303', 'hex'), 'MESSAGE_MALFORMED'],
    ['no Host', 'GET /metrics HTTP/1.1\r\nConnection: close\r\n\r\n', 'MESSAGE_MALFORMED'],
    ['two Hosts', 'GET /metrics HTTP/1.1\r\nHost: x\r\nhost: y\r\n\r\n', 'MESSAGE_MALFORMED'],
    ['two lengths', `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`, 'MESSAGE_MALFORMED'],
    [
      'a length and chunks',
      `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      'MESSAGE_MALFORMED',
    ],
    ['a broken chunk', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n`, 'MESSAGE_MALFORMED'],
    ['an unknown expectation', `${head}Expect: miracles\r\nContent-Length: 2\r\n\r\n{}`, 'MESSAGE_MALFORMED'],
  ])('%s', async (_name, bytes, code) => {
    const reply = await rawHttp(url, bytes, { hangUp: true });
    expect(readRaw(reply)).toEqual({ status: code === 'FRAME_TOO_LARGE' ? 413 : 400, code });
    expect(reply).not.toMatch(/node_modules|\.ts:|\.js:/);
    await expectAlive();
  });

  test.each([
    ['in the headers', 'GET /metrics HTTP/1.1\r\nHo'],
    ['in the body', `${head}Content-Length: 100\r\n\r\n{"word":`],
    ['in a chunk', `${head}Transfer-Encoding: chunked\r\n\r\n64\r\n{"word":`],
  ])('a request cut off %s is answered as truncated', async (_place, bytes) => {
    const reply = await rawHttp(url, bytes, { hangUp: true });
    expect(readRaw(reply)).toEqual({ status: 400, code: 'FRAME_TRUNCATED' });
    await expectAlive();
  });
});
