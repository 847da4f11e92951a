import { fail } from '@certbridge/shared/contract/result.ts';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { acceptJsonBodies } from './json-body.ts';
import { addLinkPages } from './link-pages.ts';

const sent: Uint8Array[] = [];
const app = Fastify();
acceptJsonBodies(app);
await addLinkPages(app, {
  readDocument: async (token) => (token === 'often' ? fail('TRIES_TOO_FAST', { values: { seconds: 7 } }) : undefined),
  cameraLink: async () => undefined,
  async takePhoto(_token, bytes) {
    sent.push(bytes);
    return fail('MATERIAL_NOT_A_PICTURE');
  },
});
await app.ready();

test('only bytes are looked at as a photo: a form or nothing at all is refused, and is no fault of ours', async () => {
  const json = { 'content-type': 'application/json' };
  expect((await app.inject({ method: 'POST', url: '/m/x', payload: '{}', headers: json })).statusCode).toBe(415);
  expect(sent).toEqual([]);
  expect((await app.inject({ method: 'POST', url: '/m/x' })).statusCode).toBe(415);
  expect(sent.map((bytes) => bytes.byteLength)).toEqual([0]);
});

test('a document’s address that is over says how to open the document again, not how to take a photo', async () => {
  const reply = await app.inject({ url: '/d/x' });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
  expect(reply.body).toContain('再点一次要看的文件');
  expect(reply.body).not.toContain('用手机拍');
});

test('a document that was opened too often says when to try again', async () => {
  const reply = await app.inject({ url: '/d/often' });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
  expect(reply.body).toContain('7 秒后再试');
});
