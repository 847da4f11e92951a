import { CODE_WAYS, type CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Acknowledgement, RawNotification } from '../payments/payment-provider.ts';

export type TakeNotification = (way: CodeWay, raw: RawNotification) => Promise<Acknowledgement>;

/** A provider's notification is a few kilobytes. */
const MOST_BYTES = 64 * 1024;

export function callbackPath(way: CodeWay): string {
  return `/callbacks/${way}`;
}

/** Where the providers tell what happened. The bytes are taken as they came: their signature is over them. */
export function addProviderCallbacks(app: FastifyInstance, take: TakeNotification): void {
  app.register(async (callbacks) => {
    callbacks.removeAllContentTypeParsers();
    callbacks.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    for (const way of CODE_WAYS) {
      callbacks.post<{ Body: Buffer | undefined }>(
        callbackPath(way),
        { bodyLimit: MOST_BYTES },
        async (request, reply) => {
          const raw = { headers: request.headers, body: request.body ?? Buffer.alloc(0) };
          const { status, type, body } = await take(way, raw);
          return body === '' ? reply.code(status).send() : reply.code(status).type(type).send(body);
        },
      );
    }
  });
}
