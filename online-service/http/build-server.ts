import { randomUUID } from 'node:crypto';
import { LIMITS } from '@certbridge/shared/contract/limits.ts';
import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { PublicPapers } from '../issuing/public-papers.ts';
import { safeFault } from '../problems/safe-fault.ts';
import { addAuthorityPapers } from './authority-papers.ts';
import { addDocumentation } from './documentation.ts';
import { acceptJsonBodies } from './json-body.ts';
import { addLinkPages, type LinkPages } from './link-pages.ts';
import type { Metrics } from './metrics.ts';
import { namedError } from './named-error.ts';
import { addOperationRoutes, answer, type Operations, type RoutedContract } from './operation-routes.ts';
import { addOrderChangeStream, type OrderChangeStream } from './order-change-stream.ts';
import { originDoor } from './origin-door.ts';
import { addProviderCallbacks, type TakeNotification } from './provider-callbacks.ts';
import { requestJournal } from './request-journal.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { answerUnknownExpectations, HEADER_LIMIT_BYTES, unreadableRequest } from './unreadable-request.ts';

/** A request that trickles in for longer is cut off. */
const REQUEST_WITHIN_MS = 30_000;
const HEADERS_WITHIN_MS = 10_000;

export interface ServerParts<C extends RoutedContract> extends Operations<C> {
  readonly extensionIds: readonly string[];
  readonly metrics: Metrics;
  /** How browsers and phones reach this service; known when it listens. */
  readonly publicUrl: () => string;
  readonly pages?: LinkPages;
  readonly takeNotification?: TakeNotification;
  readonly changes?: OrderChangeStream;
  /** What everybody may read of the certificate authority. */
  readonly papers?: PublicPapers | undefined;
  /** Waited for when the server has answered everybody. */
  readonly onClose?: () => Promise<void>;
  /** Whose X-Forwarded-For counts. */
  readonly trustedProxies?: readonly string[];
}

export async function buildServer<C extends RoutedContract>(parts: ServerParts<C>): Promise<FastifyInstance> {
  const { log, metrics } = parts;
  const welcome = welcomer(parts);
  const refuse = (fault: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const failed = namedError(fault, request.routeOptions.bodyLimit ?? LIMITS.serviceBodyBytes);
    const known = { requestId: request.id, code: failed.error.code, fault: safeFault(fault) };
    if (failed.error.code === 'INTERNAL') log.error(known, 'a request met a fault of ours');
    else log.debug(known, 'a request was refused');
    answer(reply, failed);
  };
  const app = Fastify({
    // Our journal writes the log: the framework's own lines hold addresses and whole errors.
    logger: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: parts.trustedProxies?.length ? [...parts.trustedProxies] : false,
    bodyLimit: LIMITS.serviceBodyBytes,
    requestTimeout: REQUEST_WITHIN_MS,
    // A missing Host is refused by us: Node's own reply has no name.
    http: { maxHeaderSize: HEADER_LIMIT_BYTES, headersTimeout: HEADERS_WITHIN_MS, requireHostHeader: false },
    routerOptions: { maxParamLength: HEADER_LIMIT_BYTES },
    return503OnClosing: false,
    clientErrorHandler: unreadableRequest(log, metrics),
    // Addresses that the router cannot read skip the hooks, so they are welcomed here.
    frameworkErrors: (fault, request, reply) => {
      const refused = welcome(request, reply);
      if (refused) answerRefusal(reply, refused);
      else refuse(fault, request, reply);
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    const refused = welcome(request, reply);
    if (refused) return answerRefusal(reply, refused);
    return undefined;
  });
  sayGoodbyeWhenClosing(app);
  app.addHook('onClose', async () => parts.onClose?.());
  app.setErrorHandler((fault, request, reply) => refuse(fault, request, reply));
  app.setNotFoundHandler((_request, reply) => answer(reply, fail('ROUTE_UNKNOWN')));
  answerUnknownExpectations(app.server);
  acceptJsonBodies(app);
  addOperationRoutes(app, parts);
  if (parts.pages) await addLinkPages(app, parts.pages);
  if (parts.takeNotification) addProviderCallbacks(app, parts.takeNotification);
  if (parts.changes) addOrderChangeStream(app, parts.changes);
  if (parts.papers) addAuthorityPapers(app, parts.papers);
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));
  await addDocumentation(app, parts.contract);
  await app.ready();
  return app;
}

type Welcome = (request: FastifyRequest, reply: FastifyReply) => Failed | 'preflight' | undefined;

/** For every request, first of all: its id, its place in the journal, the headers of its reply, and who is asking. */
function welcomer(parts: Pick<ServerParts<RoutedContract>, 'log' | 'metrics' | 'extensionIds' | 'publicUrl'>): Welcome {
  const journal = requestJournal(parts.log, parts.metrics);
  const door = originDoor(parts.extensionIds, parts.publicUrl);
  return (request, reply) => {
    journal(request, reply);
    reply.headers(SECURITY_HEADERS);
    reply.header('x-request-id', request.id);
    const admitted = door(request, reply);
    if (admitted !== 'admitted') return admitted;
    return hasWrongHost(request) || hasStrayBody(request) ? fail('MESSAGE_MALFORMED') : undefined;
  };
}

/** RFC 9112, 3.2: one Host, no more and no less; HTTP/1.0 knew none. `headers` shows only the first of several. */
function hasWrongHost({ raw }: FastifyRequest): boolean {
  if (raw.headers.host === undefined) return raw.httpVersion === '1.1';
  return raw.rawHeaders.filter((each, at) => at % 2 === 0 && each.toLowerCase() === 'host').length > 1;
}

/** A read has no body (RFC 9110, 9.3.1); left unread, it could be taken for the next request. */
function hasStrayBody({ method, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

function answerRefusal(reply: FastifyReply, refused: Failed | 'preflight'): FastifyReply {
  if (refused === 'preflight') return reply.code(204).send();
  return answer(reply.header('connection', 'close'), refused);
}

/** While closing, open requests are finished and their connections ended; a new one on an old connection is refused. */
function sayGoodbyeWhenClosing(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onRequest', async (_request, reply) => (closing ? answer(reply, fail('SERVICE_NOT_READY')) : undefined));
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
