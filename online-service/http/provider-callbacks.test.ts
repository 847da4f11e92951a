import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { addProviderCallbacks } from './provider-callbacks.ts';

const taken: { readonly way: string; readonly body: Uint8Array }[] = [];
const app = Fastify();
addProviderCallbacks(app, async (way, { body }) => {
  taken.push({ way, body });
  return { status: 400, type: 'text/plain', body: 'fail' };
});
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as AddressInfo;
afterAll(() => app.close());
beforeEach(() => {
  taken.length = 0;
});

/** As anybody may send it, without the headers that a well-meaning client adds. */
function send(body: string | Buffer, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = ask({ port, host: '127.0.0.1', method: 'POST', path: '/callbacks/alipay', headers }, (reply) => {
      reply.resume();
      reply.on('end', () => resolve(reply.statusCode ?? 0));
    });
    // Refused before the end of its body, the line may break under it.
    sent.on('error', (fault) => ('code' in fault && fault.code === 'EPIPE' ? resolve(413) : reject(fault)));
    sent.end(body);
  });
}

describe('the door at which providers tell of money takes the bytes as they came, and no more than it needs', () => {
  test.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON that is none', { 'content-type': 'application/json' }],
    ['no type', {}],
    ['a type that is none', { 'content-type': ';;;' }],
    ['a type of another language', { 'content-type': 'text/plain; charset=gbk' }],
    ['chunks of unknown number', { 'transfer-encoding': 'chunked' }],
  ])('%s', async (_name, headers) => {
    expect(await send('a=1&b={', headers)).toBeLessThan(500);
    for (const { body } of taken) expect(Buffer.from(body).toString()).toBe('a=1&b={');
  });

  test('nothing at all is a body of no bytes', async () => {
    expect(await send('')).toBe(400);
    expect(taken).toMatchObject([{ way: 'alipay', body: Buffer.alloc(0) }]);
  });

  test.each([{ 'transfer-encoding': 'chunked' }, { 'content-length': String(1024 * 1024) }])(
    'a megabyte is refused and reaches nobody (%o)',
    async (headers) => {
      const type = { 'content-type': 'application/json' };
      expect(await send(Buffer.alloc(1024 * 1024, 'a'), { ...type, ...headers })).toBe(413);
      expect(taken).toEqual([]);
    },
  );
});
