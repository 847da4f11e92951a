import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { describe, expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { NotReady } from '../problems/not-ready.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { type TestHandlers, testServer } from '../testing/test-contract.ts';

const change = (server: Awaited<ReturnType<typeof testServer>>, url = '/v1/words/7') =>
  server.inject({ method: 'POST', url, payload: { word: 'x' } });

describe('routes come from the contract', () => {
  test('input is path and body together; the reply has the one shape', async () => {
    const server = await testServer({
      change: async (input) => (input.id === '7' && input.word === 'x' ? ok({}) : fail('INTERNAL')),
    });
    const reply = await change(server);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({ ok: true, value: {} });
  });

  test('an error of the operation comes with its status', async () => {
    const server = await testServer({ change: async () => fail('CHANNEL_UNKNOWN') });
    const reply = await change(server);
    expect([reply.statusCode, reply.json()]).toEqual([404, { ok: false, error: { code: 'CHANNEL_UNKNOWN' } }]);
  });

  test('a missing handler and a stray one keep the service from starting', async () => {
    await expect(testServer({ say: undefined, extra: async () => ok({}) } as unknown as TestHandlers)).rejects.toThrow(
      /extra/,
    );
    const { buildServer } = await import('./build-server.ts');
    const parts = { contract: { a: {} }, handlers: {}, extensionIds: [], log: createLog('silent'), metrics: {} };
    await expect(buildServer(parts as never)).rejects.toThrow('handlers missing: [a]');
  });
});

describe('faults of ours', () => {
  test('a handler that throws: INTERNAL, without a word of the fault in reply or log', async () => {
    const log = capturedLog();
    const thrower = async () => {
      throw new Error('secret 110101199003078888');
    };
    const reply = await change(await testServer({ change: thrower }, createLog('trace', log.stream)));
    expect([reply.statusCode, reply.json()]).toEqual([500, { ok: false, error: { code: 'INTERNAL' } }]);
    expect(log.text()).toContain('INTERNAL');
    expect(log.text()).not.toContain('110101');
  });

  test('what it needs is away: SERVICE_NOT_READY', async () => {
    const server = await testServer({ change: () => Promise.reject(new NotReady()) });
    expect((await change(server)).statusCode).toBe(503);
  });

  test('a reply that breaks the contract does not leave', async () => {
    const server = await testServer({ change: async () => ok({ more: 'than declared' } as never) });
    const reply = await change(server);
    expect([reply.statusCode, reply.json().error.code]).toEqual([500, 'REPLY_INVALID']);
  });

  test('a reply over the size limit does not leave', async () => {
    const server = await testServer();
    const reply = await server.inject({ method: 'POST', url: '/v1/words', payload: { word: '字'.repeat(90) } });
    expect([reply.statusCode, reply.json().error]).toEqual([500, { code: 'REPLY_TOO_LARGE', values: { limit: 256 } }]);
  });

  test('a handler over the time limit: DEADLINE_EXCEEDED, and its late end harms nobody', async () => {
    let finish = (_: Error) => {};
    const never = new Promise<never>((_, reject) => {
      finish = reject;
    });
    const server = await testServer({ change: () => never });
    const reply = await change(server);
    expect([reply.statusCode, reply.json().error]).toEqual([504, { code: 'DEADLINE_EXCEEDED', values: { ms: 20 } }]);
    finish(new Error('late'));
    expect((await server.inject('/metrics')).statusCode).toBe(200);
  });
});
