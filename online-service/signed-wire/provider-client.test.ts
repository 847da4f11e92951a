import { createSecretKey, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { ProviderAway } from './provider-away.ts';
import { providerClient } from './provider-client.ts';
import { isSignature, replyText, requestText, signatureOf } from './signature.ts';

const key = createSecretKey(randomBytes(32));
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Heard {
  readonly request: IncomingMessage;
  readonly body: string;
}

/** A provider that answers as the test wants; it keeps what it heard. */
async function provider(answer: (heard: Heard, response: ServerResponse, count: number) => void) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const one = { request, body: await text(request) };
    heard.push(one);
    answer(one, response, heard.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const log = capturedLog();
  const place = { url: `http://127.0.0.1:${port}/base/`, appId: 'certbridge', key };
  const client = providerClient(place, { log: createLog('trace', log.stream), withinMs: 300 });
  closing.push(() => {
    client.close();
    server.closeAllConnections();
    server.close();
  });
  return { client, heard, log };
}

const CALL = {
  method: 'POST',
  path: 'v1/checks/phone',
  requestId: '0d8f9a52-6d0e-4b52-9f3e-3a1f2c4b5d6e',
  content: { name: '王示例', idNumber: '11010519491231002X', mobile: '13800138001' },
} as const;

interface Answer {
  readonly status?: number;
  readonly body?: string;
  readonly secondsAgo?: number;
}

function signed({ request }: Heard, response: ServerResponse, answer: Answer = {}): void {
  const { status = 200, body = '{"result":"match"}', secondsAgo = 0 } = answer;
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
  const { 'x-nonce': nonce, 'x-request-id': requestId } = request.headers;
  const lines = replyText({ status, nonce: String(nonce), requestId: String(requestId), timestamp, body });
  response.writeHead(status, { 'x-timestamp': timestamp, 'x-signature': signatureOf(key, lines) }).end(body);
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (fault: unknown) => (fault instanceof ProviderAway ? fault.code : fault),
  );

describe('what a provider hears', () => {
  test('one signed request, with what was asked as its body', async () => {
    const { client, heard } = await provider((one, response) => signed(one, response));
    expect(await client.call(CALL)).toEqual({ result: 'match' });
    const [one] = heard;
    const { headers = {}, url = '', method = '' }: Partial<IncomingMessage> = one?.request ?? {};
    expect([method, url]).toEqual(['POST', '/base/v1/checks/phone']);
    expect(JSON.parse(one?.body ?? '')).toEqual(CALL.content);
    const lines = requestText({
      method,
      path: url,
      appId: 'certbridge',
      timestamp: String(headers['x-timestamp']),
      nonce: String(headers['x-nonce']),
      requestId: CALL.requestId,
      body: one?.body ?? '',
    });
    expect(isSignature(key, lines, String(headers['x-signature']))).toBe(true);
  });

  test('a broken connection is tried once more: the same request id, another nonce', async () => {
    const { client, heard } = await provider((one, response, count) =>
      count === 1 ? response.destroy() : signed(one, response),
    );
    expect(await client.call(CALL)).toEqual({ result: 'match' });
    const [first, second] = heard.map(({ request }) => request.headers);
    expect(heard).toHaveLength(2);
    expect(first?.['x-request-id']).toBe(second?.['x-request-id']);
    expect(first?.['x-nonce']).not.toBe(second?.['x-nonce']);
  });

  test('only once more', async () => {
    const { client, heard } = await provider((_one, response) => void response.destroy());
    expect(await codeOf(client.call(CALL))).toBe('unreachable');
    expect(heard).toHaveLength(2);
  });
});

describe('nothing was learned', () => {
  test.each<[string, (heard: Heard, response: ServerResponse) => void, string]>([
    ['no answer in time: not asked again', () => undefined, 'too-slow'],
    ['a gateway that says 503', (_one, response) => void response.writeHead(503).end('<html>'), 'unwell'],
    ['a reply without a signature', (_one, response) => void response.end('{"result":"match"}'), 'reply-not-signed'],
    ['a reply from ten minutes ago', (one, response) => signed(one, response, { secondsAgo: 600 }), 'reply-not-signed'],
    [
      'a request that is refused',
      (one, response) => signed(one, response, { status: 401, body: '{}' }),
      'request-refused',
    ],
    ['a reply that is not JSON', (one, response) => signed(one, response, { body: 'match' }), 'reply-not-understood'],
    ['a reply without end', (_one, response) => void response.end('x'.repeat(100_000)), 'reply-not-understood'],
    [
      'a redirect to somebody else',
      (_one, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'unreachable',
    ],
  ])('%s', async (_what, answer, code) => {
    const { client, heard } = await provider(answer);
    expect(await codeOf(client.call(CALL))).toBe(code);
    expect(heard).toHaveLength(1);
  });

  test('a reply to another request, signed with the right key', async () => {
    let earlier: { timestamp: string; signature: string } | undefined;
    const { client } = await provider((one, response) => {
      if (earlier) {
        const headers = { 'x-timestamp': earlier.timestamp, 'x-signature': earlier.signature };
        response.writeHead(200, headers).end('{"result":"match"}');
        return;
      }
      const timestamp = String(Math.floor(Date.now() / 1000));
      const nonce = String(one.request.headers['x-nonce']);
      const lines = { status: 200, nonce, requestId: CALL.requestId, timestamp, body: '{"result":"match"}' };
      earlier = { timestamp, signature: signatureOf(key, replyText(lines)) };
      signed(one, response);
    });
    expect(await codeOf(client.call(CALL))).toBe('answered');
    expect(await codeOf(client.call(CALL))).toBe('reply-not-signed');
  });

  test('404 is an answer: nothing of that name', async () => {
    const { client } = await provider((one, response) => signed(one, response, { status: 404, body: '{}' }));
    expect(await client.call({ ...CALL, method: 'POST' })).toBeUndefined();
  });

  test('a provider that keeps failing is left in peace', async () => {
    const { client, heard } = await provider((_one, response) => void response.writeHead(503).end());
    const codes: unknown[] = [];
    for (let count = 0; count < 8; count += 1) codes.push(await codeOf(client.call(CALL)));
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('unwell'));
    expect(codes.slice(5)).toEqual(Array(3).fill('resting'));
    expect(heard).toHaveLength(5);
  });

  test('the log names provider and attempt, and nothing of the person', async () => {
    const { client, log } = await provider((_one, response) => void response.end('{"name":"王示例"}'));
    await codeOf(client.call(CALL));
    expect(log.text()).toContain(CALL.requestId);
    expect(log.text()).toContain('reply-not-signed');
    expect(log.text()).not.toMatch(/王示例|11010519491231002X|13800138001/);
  });
});
