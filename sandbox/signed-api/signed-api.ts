import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { API_ERRORS, ApiError } from './api-error.ts';
import type { Availability } from './availability.ts';
import { type Admitted, signatureDoor } from './door.ts';

import type { ProviderAccount } from './provider-account.ts';
import { replyLines, sign } from './signature.ts';

export interface SignedApi {
  readonly account: ProviderAccount;
  readonly availability: Availability;
}

/** A request that has come through the door, its content as text: exactly what was signed. */
export interface SignedRequest extends Admitted {
  readonly body: string;
  readonly params: unknown;
}

export interface SignedRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly answer: (asked: SignedRequest) => object | Promise<object>;
}

/** Routes that take signed requests only, and whose replies are signed. */
export function signedApi({ account, availability }: SignedApi, routes: readonly SignedRoute[]): FastifyPluginAsync {
  const door = signatureDoor(account);
  return async (api) => {
    const admitted = new WeakMap<FastifyRequest, Admitted>();
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', { parseAs: 'string' }, (_asked, body, done) => done(null, body));
    api.addHook('preHandler', async (asked) => {
      await availability.ready();
      const { method, raw, headers } = asked;
      admitted.set(asked, door({ method, path: String(raw.url), headers, body: bodyOf(asked) }, new Date()));
    });
    for (const { method, url, answer } of routes) {
      api.route({
        method,
        url,
        handler: async (asked, reply) => {
          const from = admitted.get(asked);
          if (!from) throw new ApiError('SIGNATURE_INVALID');
          return send(reply, 200, await answer({ ...from, body: bodyOf(asked), params: asked.params }));
        },
      });
    }
    answerErrors(api);
    signReplies(api, { account, availability });
  };
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : '';
}

function answerErrors(api: FastifyInstance): void {
  api.setErrorHandler((error: { readonly statusCode?: number }, _asked, reply) => {
    const unreadable = error.statusCode !== undefined && error.statusCode < 500;
    const code = error instanceof ApiError ? error.code : unreadable ? 'REQUEST_INVALID' : 'INTERNAL';
    return send(reply, API_ERRORS[code], { code });
  });
}

/** Errors too; but one who is away signs nothing, like a gateway that stands before him. */
function signReplies(api: FastifyInstance, { account }: SignedApi): void {
  api.addHook('onSend', async (asked, reply, payload) => {
    if (reply.statusCode >= 500) return payload;
    const timestamp = String(Math.floor(Date.now() / 1000));
    const nonce = String(asked.headers['x-nonce'] ?? '');
    const requestId = String(asked.headers['x-request-id'] ?? '');
    const body = typeof payload === 'string' ? payload : '';
    const lines = replyLines({ status: reply.statusCode, nonce, requestId, timestamp, body });
    reply.headers({ 'x-timestamp': timestamp, 'x-signature': sign(account.key, lines) });
    return payload;
  });
}

function send(reply: FastifyReply, status: number, content: object): FastifyReply {
  return reply.code(status).type('application/json').send(JSON.stringify(content));
}
