import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { checkSignature, type S3Account } from './check-signature.ts';
import type { ObjectShelf } from './object-shelf.ts';
import { S3Error } from './s3-error.ts';
import { errorDocument, keyOfToken, listDocument } from './s3-xml.ts';

export interface ObjectStoreParts {
  readonly account: S3Account;
  readonly bucket: string;
  readonly shelf: ObjectShelf;
}

/** A material is at most 1.5 MB, and its seal a few bytes more. */
const OBJECT_LIMIT_BYTES = 4 * 1024 * 1024;
/** S3 lists no more at once. */
const PAGE = 1_000;

interface ObjectRoute {
  Params: { bucket: string; '*': string };
}
interface ListRoute {
  Params: { bucket: string };
  Querystring: Record<string, string>;
}

/** As much of Amazon S3 as a store of materials needs, with the bucket in the path and every request's signature checked. */
export function objectStoreRoutes({ account, bucket, shelf }: ObjectStoreParts): FastifyPluginAsync {
  return async (store) => {
    takeAnyBody(store);
    answerInXml(store);
    store.addHook('preHandler', async ({ method, raw, headers, body }) => {
      const bytes = body instanceof Buffer ? body : Buffer.alloc(0);
      await checkSignature({ method, url: String(raw.url), headers, body: bytes }, account, new Date());
    });
    store.addHook('preHandler', async ({ params }) => {
      if ((params as { bucket: string }).bucket !== bucket) throw new S3Error('NoSuchBucket');
    });
    store.put<ObjectRoute>(
      '/:bucket/*',
      { bodyLimit: OBJECT_LIMIT_BYTES },
      async ({ params, headers, body }, reply) => {
        const bytes = body instanceof Buffer ? body : Buffer.alloc(0);
        const { etag } = shelf.put(params['*'], { bytes, type: headers['content-type'] ?? 'binary/octet-stream' });
        return reply.header('etag', etag).send();
      },
    );
    store.get<ObjectRoute>('/:bucket/*', async ({ params }, reply) => {
      const object = shelf.get(params['*']);
      if (!object) throw new S3Error('NoSuchKey');
      reply.header('etag', object.etag).header('last-modified', object.changed.toUTCString());
      return reply.type(object.type).send(object.bytes);
    });
    store.delete<ObjectRoute>('/:bucket/*', async ({ params }, reply) => {
      shelf.remove(params['*']);
      return reply.code(204).send();
    });
    // Clients ask for the bucket itself with a slash behind it or without.
    for (const url of ['/:bucket', '/:bucket/']) {
      store.get<ListRoute>(url, async ({ query }, reply) => {
        const asked = readListing(query);
        return reply.type('application/xml').send(listDocument(bucket, asked, shelf.list(asked)));
      });
      store.route({ method: ['PUT', 'POST', 'DELETE'], url, handler: refuseMethod });
    }
    store.post('/:bucket/*', refuseMethod);
  };
}

function readListing(query: Record<string, string>) {
  const most = Number(query['max-keys'] ?? PAGE);
  if (query['list-type'] !== '2' || query['delimiter'] !== undefined) throw new S3Error('NotImplemented');
  if (!Number.isInteger(most) || most < 0) throw new S3Error('InvalidArgument');
  const token = query['continuation-token'];
  const after = token === undefined ? (query['start-after'] ?? '') : keyOfToken(token);
  return { prefix: query['prefix'] ?? '', after, most: Math.min(most, PAGE) };
}

async function refuseMethod(): Promise<never> {
  throw new S3Error('MethodNotAllowed');
}

function takeAnyBody(store: FastifyInstance): void {
  store.removeAllContentTypeParsers();
  store.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
}

function answerInXml(store: FastifyInstance): void {
  store.setErrorHandler((error: { readonly statusCode?: number }, _: FastifyRequest, reply: FastifyReply) => {
    const told =
      error instanceof S3Error ? error : new S3Error(error.statusCode === 413 ? 'EntityTooLarge' : 'InternalError');
    return reply.code(told.statusCode).type('application/xml').send(errorDocument(told.code));
  });
}
