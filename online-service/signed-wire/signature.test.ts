import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSignature, replyText, requestText, type SignedReply, type SignedRequest, signatureOf } from './signature.ts';

/** The example of docs/identity-providers.md, computed there with another program. */
const KEY = createSecretKey(Buffer.from('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=', 'base64'));
const ASKED: SignedRequest = {
  method: 'POST',
  path: '/v1/checks/phone',
  appId: 'certbridge',
  timestamp: '1795399200',
  nonce: '000102030405060708090a0b0c0d0e0f',
  requestId: '0d8f9a52-6d0e-4b52-9f3e-3a1f2c4b5d6e',
  body: '{"name":"王示例","idKind":"resident-id","idNumber":"11010519491231002X","mobile":"13800138001"}',
};
const ANSWERED: SignedReply = {
  status: 200,
  nonce: ASKED.nonce,
  requestId: ASKED.requestId,
  timestamp: '1795399201',
  body: '{"result":"match"}',
};

describe('docs/identity-providers.md: signatures', () => {
  test('its example of a request', () => {
    expect(signatureOf(KEY, requestText(ASKED))).toBe('iEYjm3a4dAyk6iObioGcMLIrPlZLLyp7I6QfOmjfLi0=');
  });

  test('its example of a reply', () => {
    const signature = 'lK8ty7pNrsfdo23vha0p5PfvktQ3P2SJLkchYiTUTkM=';
    expect(signatureOf(KEY, replyText(ANSWERED))).toBe(signature);
    expect(isSignature(KEY, replyText(ANSWERED), signature)).toBe(true);
  });

  test.each(Object.keys(ASKED))('the request’s %s is covered', (part) => {
    expect(requestText({ ...ASKED, [part]: 'another' })).not.toBe(requestText(ASKED));
  });

  test.each(Object.keys(ANSWERED))('the reply’s %s is covered', (part) => {
    const signature = signatureOf(KEY, replyText(ANSWERED));
    expect(isSignature(KEY, replyText({ ...ANSWERED, [part]: 'another' }), signature)).toBe(false);
  });

  test.each(['', 'x', '='.repeat(44)])('“%s” is no signature', (given) => {
    expect(isSignature(KEY, requestText(ASKED), given)).toBe(false);
  });
});
