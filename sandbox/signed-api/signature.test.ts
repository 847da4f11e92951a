import { expect, test } from 'vitest';
import { isSigned, replyLines, requestLines, sign } from './signature.ts';

/** The example of docs/identity-providers.md. */
const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const ID = { nonce: '000102030405060708090a0b0c0d0e0f', requestId: '0d8f9a52-6d0e-4b52-9f3e-3a1f2c4b5d6e' };

test('the documented request', () => {
  const lines = requestLines({
    ...ID,
    method: 'POST',
    path: '/v1/checks/phone',
    appId: 'certbridge',
    timestamp: '1795399200',
    body: '{"name":"王示例","idKind":"resident-id","idNumber":"11010519491231002X","mobile":"13800138001"}',
  });
  expect(sign(KEY, lines)).toBe('iEYjm3a4dAyk6iObioGcMLIrPlZLLyp7I6QfOmjfLi0=');
});

test('the documented reply', () => {
  const lines = replyLines({ ...ID, status: 200, timestamp: '1795399201', body: '{"result":"match"}' });
  expect(isSigned(KEY, lines, 'lK8ty7pNrsfdo23vha0p5PfvktQ3P2SJLkchYiTUTkM=')).toBe(true);
  expect(isSigned(KEY, lines, 'iEYjm3a4dAyk6iObioGcMLIrPlZLLyp7I6QfOmjfLi0=')).toBe(false);
});
