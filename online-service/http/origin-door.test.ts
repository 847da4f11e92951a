import { describe, expect, test } from 'vitest';
import { EXTENSION_ORIGIN } from '../testing/test-config.ts';
import { PUBLIC_URL, testServer } from '../testing/test-contract.ts';

const server = await testServer();
const say = (headers: Record<string, string>) =>
  server.inject({ method: 'POST', url: '/v1/words', payload: { word: 'x' }, headers });

describe('who may ask, by the Origin that the browser attests', () => {
  test('our extension is let in, and may read the reply and its id', async () => {
    const { statusCode, headers } = await say({ origin: EXTENSION_ORIGIN });
    expect(statusCode).toBe(200);
    expect(headers['access-control-allow-origin']).toBe(EXTENSION_ORIGIN);
    expect(headers['access-control-expose-headers']).toBe('x-request-id');
    expect(headers.vary).toBe('Origin');
  });

  test.each([
    'https://partner.example',
    'http://127.0.0.1:7200',
    'null',
    '',
    `${EXTENSION_ORIGIN}.evil.example`,
    `${EXTENSION_ORIGIN}/`,
    EXTENSION_ORIGIN.toUpperCase(),
    `chrome-extension://${'a'.repeat(32)}`,
    `${EXTENSION_ORIGIN}, https://partner.example`,
  ])('%j is refused, without CORS headers', async (origin) => {
    const reply = await say({ origin });
    expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'ORIGIN_NOT_REGISTERED']);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('a foreign page learns nothing of any address: reads, unknown routes, unreadable addresses, documentation', async () => {
    for (const url of ['/metrics', '/nowhere', '/%zz', '/docs', '/docs/json']) {
      const reply = await server.inject({ url, headers: { origin: 'https://partner.example' } });
      expect([url, reply.statusCode]).toEqual([url, 403]);
    }
  });

  test('without an Origin (programs, typed addresses) everything public is open', async () => {
    for (const url of ['/metrics', '/docs', '/docs/json']) expect((await server.inject(url)).statusCode).toBe(200);
    expect((await say({})).statusCode).toBe(200);
  });
});

describe('preflight', () => {
  const preflight = (headers: Record<string, string>) =>
    server.inject({ method: 'OPTIONS', url: '/v1/words', headers });

  test('our extension may send JSON', async () => {
    const reply = await preflight({
      origin: EXTENSION_ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
      'access-control-request-private-network': 'true',
    });
    expect(reply.statusCode).toBe(204);
    expect(reply.body).toBe('');
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': EXTENSION_ORIGIN,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key',
      'access-control-allow-private-network': 'true',
    });
    expect(reply.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('a page may not', async () => {
    const reply = await preflight({ origin: 'https://partner.example', 'access-control-request-method': 'POST' });
    expect(reply.statusCode).toBe(403);
    expect(reply.headers['access-control-allow-methods']).toBeUndefined();
  });
});

describe('the phone’s camera page', () => {
  const photo = (headers: Record<string, string>) => server.inject({ method: 'POST', url: '/m/x', headers });

  test('is known by the address that the service is configured with', async () => {
    expect((await photo({ origin: PUBLIC_URL, host: 'behind-the-balancer:7200' })).statusCode).not.toBe(403);
  });

  test.each([
    ['a page that names itself as the Host', { origin: 'https://evil.example', host: 'evil.example' }],
    ['the same host without TLS', { origin: 'http://ca.example.cn', host: 'ca.example.cn' }],
    ['a page of another site', { origin: PUBLIC_URL, 'sec-fetch-site': 'cross-site' }],
  ])('%s is not it', async (_who, headers) => {
    const reply = await photo(headers);
    expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'ORIGIN_NOT_REGISTERED']);
  });
});

test('every reply carries the security headers and an id of ours, never one from outside', async () => {
  for (const url of ['/v1/words', '/metrics', '/nowhere', '/%zz']) {
    const { headers } = await server.inject({ url, headers: { 'x-request-id': 'theirs', 'request-id': 'theirs' } });
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  }
});
