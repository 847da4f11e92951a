import { createHash } from 'node:crypto';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PATHS } from '../issuing/ceremony/addresses.ts';
import type { OcspReply } from '../issuing/ocsp/answer-ocsp.ts';
import type { PublicPapers } from '../issuing/public-papers.ts';
import { answer } from './operation-routes.ts';

const OCSP_TYPES = { request: 'application/ocsp-request', reply: 'application/ocsp-response' } as const;
const MOST_BYTES = 4096;
/** Base64 in an address, with its escapes (RFC 6960, A.1). */
const LONGEST_PATH = 2048;
/** A cache in between may keep lists and answers so long: a revocation is seen after no more than that. */
const KEEP_SECONDS = 300;
const KEEP_CERTIFICATE_SECONDS = 86_400;

type Named = { Params: { name: string } };
type Asking = { Params: { name: string; '*': string } };

/**
 * Where certificates say that their lists, their issuers and their state are found. Whoever verifies a signature reads
 * here: programs, without an origin and without a session.
 */
export function addAuthorityPapers(app: FastifyInstance, papers: PublicPapers): void {
  app.get<Named>(`${PATHS.crl}/:name`, async ({ params }, reply) => {
    const list = await papers.crl(params.name);
    return list ? sendPublic(reply, list, { type: 'application/pkix-crl', seconds: KEEP_SECONDS }) : notThere(reply);
  });
  app.get<Named>(`${PATHS.certificates}/:name`, async ({ params }, reply) => {
    const certificate = papers.certificate(params.name);
    if (!certificate) return notThere(reply);
    return sendPublic(reply, certificate, { type: 'application/pkix-cert', seconds: KEEP_CERTIFICATE_SECONDS });
  });
  app.get<Asking>(`${PATHS.ocsp}/:name/*`, async ({ params }, reply) => {
    const authority = papers.authority(params.name);
    if (!authority) return notThere(reply);
    const text = params['*'].length <= LONGEST_PATH ? params['*'] : '';
    return sendAnswer(reply, await papers.answerOcsp(authority, Buffer.from(text, 'base64')), 'may be kept');
  });
  app.register(async (posts) => {
    posts.removeAllContentTypeParsers();
    const keepBytes = async (_request: FastifyRequest, body: Buffer) => body;
    posts.addContentTypeParser(OCSP_TYPES.request, { parseAs: 'buffer', bodyLimit: MOST_BYTES }, keepBytes);
    posts.post<Named & { Body: Buffer | undefined }>(
      `${PATHS.ocsp}/:name`,
      { bodyLimit: MOST_BYTES },
      async ({ params, body }, reply) => {
        const authority = papers.authority(params.name);
        if (!authority) return notThere(reply);
        return sendAnswer(reply, await papers.answerOcsp(authority, body ?? Buffer.alloc(0)), 'for this request');
      },
    );
  });
}

interface Kind {
  readonly type: string;
  readonly seconds: number;
}

function sendPublic(reply: FastifyReply, bytes: Buffer, { type, seconds }: Kind): FastifyReply {
  return reply
    .headers({
      'cache-control': `public, max-age=${seconds}, no-transform, must-revalidate`,
      etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
    })
    .type(type)
    .send(bytes);
}

/** RFC 5019, 6.2: what may be kept says so; the answer to a nonce is nobody else's. */
function sendAnswer(reply: FastifyReply, { reply: bytes, keep }: OcspReply, how: string): FastifyReply {
  if (!keep || how !== 'may be kept') return reply.type(OCSP_TYPES.reply).send(bytes);
  return sendPublic(reply.header('expires', keep.until.toUTCString()), bytes, {
    type: OCSP_TYPES.reply,
    seconds: KEEP_SECONDS,
  });
}

function notThere(reply: FastifyReply): FastifyReply {
  return answer(reply, fail('ROUTE_UNKNOWN'));
}
