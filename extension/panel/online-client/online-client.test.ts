/// <reference types="node" />
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onlineContract } from '@certbridge/shared/contract/online.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { createOnlineClient } from './online-client.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;

async function serving(answer: Answer): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

function json(status: number, body: unknown): Answer {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function listing(answer: Answer) {
  return createOnlineClient(onlineContract, { serviceUrl: await serving(answer) }).call('channels.list', {});
}

const CHANNELS = { channels: [{ id: 'shangqiu-ggzy', name: '示例交易中心' }] };

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

describe('the online client', () => {
  it('hands on a reply that keeps the contract', async () => {
    expect(await listing(json(200, { ok: true, value: CHANNELS }))).toEqual({ ok: true, value: CHANNELS });
  });

  it('puts path parameters into the path and asks without cookies', async () => {
    let asked: IncomingMessage | undefined;
    const serviceUrl = await serving((request, response) => {
      asked = request;
      json(404, { ok: false, error: { code: 'CHANNEL_UNKNOWN' } })(request, response);
    });
    const result = await createOnlineClient(onlineContract, { serviceUrl: `${serviceUrl}/` }).call('channels.read', {
      id: 'no-such',
    });
    expect(asked?.url).toBe('/v1/channels/no-such');
    expect(asked?.headers.cookie).toBeUndefined();
    expect(result).toEqual({ ok: false, error: { code: 'CHANNEL_UNKNOWN' } });
  });

  it('sends nothing that breaks the contract', async () => {
    const client = createOnlineClient(onlineContract, {
      serviceUrl: 'http://127.0.0.1:9',
      fetch: () => expect.fail('was sent'),
    });
    expect(await client.call('channels.read', { id: '../health' })).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });

  it('refuses a value that the contract does not know', async () => {
    const stray = { channels: [{ id: 'shangqiu-ggzy', name: '示例', html: '<b>' }] };
    expect(await listing(json(200, { ok: true, value: stray }))).toMatchObject({ error: { code: 'REPLY_INVALID' } });
  });

  it('refuses an error code that the contract does not know', async () => {
    expect(await listing(json(400, { ok: false, error: { code: 'MADE_UP' } }))).toMatchObject({
      error: { code: 'REPLY_INVALID', support: 'HTTP 400' },
    });
  });

  it.each([
    ['not JSON', '<html>hello</html>'],
    ['cut off', '{"ok":true,"val'],
    ['empty', ''],
  ])('names a reply that is %s', async (_, body) => {
    expect(await listing((_request, response) => response.end(body))).toMatchObject({
      error: { code: 'REPLY_INVALID' },
    });
  });

  it('names a reply that is not UTF-8', async () => {
    const result = await listing((_, response) => response.end(Buffer.from([0x22, 0xff, 0xfe, 0x22])));
    expect(result).toMatchObject({ error: { code: 'REPLY_INVALID' } });
  });

  it('takes a gateway’s own error page for a service that is not ready', async () => {
    expect(await listing((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'))).toMatchObject({
      error: { code: 'SERVICE_NOT_READY', support: 'HTTP 502' },
    });
  });

  it('stops reading a reply that is larger than the limit', async () => {
    const result = await listing((_, response) => {
      const chunk = 'x'.repeat(64 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(result).toMatchObject({ error: { code: 'REPLY_TOO_LARGE' } });
  });

  it('follows no redirect to somewhere else', async () => {
    expect(await listing((_, response) => response.writeHead(302, { location: '/health' }).end())).toMatchObject({
      error: { code: 'SERVICE_UNREACHABLE' },
    });
  });

  it('says that nobody answers, when nobody does', async () => {
    const serviceUrl = await serving(json(200, {}));
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await createOnlineClient(onlineContract, { serviceUrl }).call('health', {})).toEqual({
      ok: false,
      error: { code: 'SERVICE_UNREACHABLE' },
    });
  });

  it('says that the connection broke, when it breaks in the middle', async () => {
    const result = await listing((_, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"ok":');
      response.socket?.destroy();
    });
    expect(result).toMatchObject({ error: { code: 'SERVICE_UNREACHABLE' } });
  });

  it('keeps a cancel a cancel', async () => {
    const leaving = new AbortController();
    const serviceUrl = await serving(() => leaving.abort());
    const result = await createOnlineClient(onlineContract, { serviceUrl }).call(
      'health',
      {},
      { signal: leaving.signal },
    );
    expect(result).toEqual({ ok: false, error: { code: 'CANCELLED' } });
  });

  it('waits no longer than the operation allows', async () => {
    let given: AbortSignal | null | undefined;
    const client = createOnlineClient(onlineContract, {
      serviceUrl: 'http://127.0.0.1:9',
      fetch: (_url, init) => {
        given = init?.signal;
        return Promise.reject(new Error('no network'));
      },
    });
    await client.call('health', {});
    expect(given).toBeInstanceOf(AbortSignal);
  });
});

describe('an operation that changes something', () => {
  const ID = 'b1e29f04-3a5c-4c62-8f6e-2f1a33c0f7d1';
  const TOKEN = 'T'.repeat(43);

  interface Sent {
    readonly url: string | undefined;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }

  async function sending(answers: readonly Answer[]) {
    const sent: Sent[] = [];
    const serviceUrl = await serving((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        sent.push({ url: request.url, headers: request.headers, body });
        answers[Math.min(sent.length, answers.length) - 1]?.(request, response);
      });
    });
    const clock: Clock = {
      now: () => 0,
      after(_, callback) {
        queueMicrotask(callback);
        return () => undefined;
      },
    };
    return { sent, client: createOnlineClient(onlineContract, { serviceUrl, clock }) };
  }

  const refused = json(409, { ok: false, error: { code: 'ORDER_CHANGED' } });
  const broken: Answer = (_, response) => void response.destroy();

  it('says in its body what its path does not say already, and who is asking', async () => {
    const { sent, client } = await sending([refused]);
    await client.call('orders.confirm', { id: ID, version: 3, digest: 'a'.repeat(64) }, { token: TOKEN });
    expect(sent[0]?.url).toBe(`/v1/orders/${ID}/confirm`);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ version: 3, digest: 'a'.repeat(64) });
    expect(sent[0]?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' });
  });

  it('shows no token where nobody asks for one', async () => {
    const { sent, client } = await sending([json(200, { ok: true, value: {} })]);
    await client.call('captchas.draw', {}, { token: TOKEN });
    expect(sent[0]?.headers.authorization).toBeUndefined();
    expect(sent[0]?.headers['idempotency-key']).toBeUndefined();
  });

  it('keeps its key through the repetitions after a broken line', async () => {
    const { sent, client } = await sending([broken, broken, refused]);
    const result = await client.call('orders.cancel', { id: ID, version: 3 }, { token: TOKEN });
    expect(result).toEqual({ ok: false, error: { code: 'ORDER_CHANGED' } });
    const keys = new Set(sent.map(({ headers }) => headers['idempotency-key']));
    expect(sent).toHaveLength(3);
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it('has another key for the next act', async () => {
    const { sent, client } = await sending([refused]);
    await client.call('orders.cancel', { id: ID, version: 3 });
    await client.call('orders.cancel', { id: ID, version: 3 });
    expect(sent[0]?.headers['idempotency-key']).not.toBe(sent[1]?.headers['idempotency-key']);
  });
});
