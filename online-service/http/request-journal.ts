import { finished } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

export type RequestJournal = (request: FastifyRequest, reply: FastifyReply) => void;

/**
 * One line and one measurement for each request, from an allow-list: route pattern, status, time and id. Addresses,
 * queries, bodies and network addresses are personal, so they are not even looked at.
 */
export function requestJournal(log: Logger, metrics: Metrics): RequestJournal {
  return (request, reply) => {
    const began = performance.now();
    finished(reply.raw, (broken) => {
      const ms = performance.now() - began;
      const route = request.routeOptions.url ?? 'unknown';
      const { id: requestId, method } = request;
      const status = reply.raw.statusCode;
      metrics.requestDone({ method, route, status, seconds: ms / 1000 });
      const line = { requestId, method, route, status, ms: Math.round(ms * 10) / 10 };
      log.info(broken ? { ...line, aborted: true } : line, 'request');
    });
  };
}
