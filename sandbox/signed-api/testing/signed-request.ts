import { randomBytes, randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import type { ProviderAccount } from '../provider-account.ts';
import { requestLines, sign } from '../signature.ts';

export interface ToSign {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly content?: object;
  readonly requestId?: string;
  readonly nonce?: string;
  readonly secondsAgo?: number;
}

/** A request as a customer of the provider would sign it. */
export function signedRequest({ appId, key }: ProviderAccount, wanted: ToSign): InjectOptions {
  const { method, url, content, requestId = randomUUID(), secondsAgo = 0 } = wanted;
  const nonce = wanted.nonce ?? randomBytes(16).toString('hex');
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
  const body = content === undefined ? '' : JSON.stringify(content);
  const lines = requestLines({ method, path: url, appId, timestamp, nonce, requestId, body });
  return {
    method,
    url,
    headers: {
      host: '127.0.0.1',
      'x-app-id': appId,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-request-id': requestId,
      'x-signature': sign(key, lines),
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === '' ? {} : { payload: body }),
  };
}
